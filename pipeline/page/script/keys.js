// The keyboard: one key an action, as in readers of mail and news.

const KEYS = [
  ["j", "key_next", () => step(1)],
  ["k", "key_previous", () => step(-1)],
  ["n", "key_failing", () => stepFailing(1)],
  ["p", "key_failing_back", () => stepFailing(-1)],
  ["/", "key_search", () => document.getElementById("search").focus()],
  ["c", "key_copy", () => document.querySelector("[data-copy=quote]")?.click()],
  ["l", "key_link", () => document.querySelector("[data-copy=link]")?.click()],
  ["s", "key_side", () => document.querySelector(".versions .both")?.click()],
  ["u", "key_up", () => { window.location.hash = state.selected && state.view.article ? linkTo(state.view.article.id) : "#all"; }],
  ["t", "key_theme", () => turnTheme()],
  ["?", "key_help", () => help()],
];

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest?.("input, select, textarea");
  if (event.key === "Escape") {
    if (typing) typing.blur();
    else if (state.selected && state.view.article) window.location.hash = linkTo(state.view.article.id);
    return;
  }
  if (typing || document.querySelector("dialog[open]")) return;
  const found = KEYS.find(([key]) => key === event.key);
  if (!found) return;
  event.preventDefault();
  found[2]();
}

function step(by) {
  if (state.view.article) {
    const sequence = state.view.sequence;
    if (!sequence.length) return;
    const at = sequence.findIndex((mention) => mention.id === state.selected);
    const next = at < 0 ? (by > 0 ? 0 : sequence.length - 1) : Math.min(sequence.length - 1, Math.max(0, at + by));
    window.location.hash = linkTo(sequence[next].id);
    return;
  }
  const rows = [...document.querySelectorAll("[data-row], .side.left .tag")];
  if (!rows.length) return;
  const at = rows.indexOf(document.activeElement);
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

function stepFailing(by) {
  const cards = [...document.querySelectorAll(".check.conflicts, .check.suspect, .synopsis tr.differs")];
  if (!cards.length) return;
  const at = cards.indexOf(document.activeElement);
  const next = cards[(at + by + cards.length) % cards.length];
  next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "center" });
}

function help() {
  const dialog = h("dialog", { class: "help", "aria-labelledby": "help-title", close: (event) => event.target.remove() },
    h("h2", { id: "help-title" }, t("key_help")),
    h("table", {}, h("tbody", {}, KEYS.map(([key, name]) => h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, key)), h("td", {}, t(name)))), h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, "Esc")), h("td", {}, t("key_escape"))))),
    h("p", { class: "hint" }, t("about")),
    h("form", { method: "dialog" }, h("button", { type: "submit" }, t("close"))));
  document.body.append(dialog);
  dialog.showModal();
}
