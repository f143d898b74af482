// The desk of a review: what was decided about a claim or finding, and the buttons that decide. Only the page of `soat review` has it.

const REVIEW_EVERY = 4000; // milliseconds between two looks at what others decided
const CORRECTED = ["value", "unit", "modifier", "change", "change_from", "change_to", "low", "high", "of", "status", "period", "measured", "place"];
const FIGURES = new Set(["value", "change_from", "change_to", "low", "high", "of"]);
const CHOICES = {
  modifier: ["exact", "approx", "nearly", "more_than", "less_than", "at_least", "at_most"],
  change: ["none", "increase_by", "decrease_by", "from_to"],
  status: ["actual", "target", "plan", "forecast", "estimate", "required"],
};
const review = { standing: new Map(), seen: 0, told: new Set(), reviewer: DATA.review.reviewer || remembered("reviewer") || "" };
const drawn = DATA.review.sample && new Set(DATA.review.sample);

function standingOf(id) {
  return review.standing.get(id) ?? { status: "unreviewed", decisions: [], notes: [] };
}

function statusBadge(id) {
  const { status } = standingOf(id);
  return h("span", { class: `decided ${status}`, "data-decided": id }, status === "unreviewed" ? h("span", { class: "unseen" }, word("review", status)) : word("review", status));
}

// ---- asking the service

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Error(t("review_gone"));
  }
  const told = answer.headers.get("content-type")?.startsWith("application/json") ? await answer.json() : { reason: await answer.text() };
  if (!answer.ok) throw new Error(told.reason);
  return told;
}

function take(news) {
  review.seen = Math.max(review.seen, news.seen);
  for (const [id, standing] of Object.entries(news.standing)) review.standing.set(id, standing);
  for (const problem of news.problems) {
    if (!review.told.has(problem)) toast(plain(problem));
    review.told.add(problem);
  }
  redrawDecided(Object.keys(news.standing));
}

async function look() {
  try {
    take(await ask(`state?seen=${review.seen}`));
    document.body.classList.remove("gone");
  } catch (error) {
    document.body.classList.add("gone");
    say(error.message);
  }
}

async function decide(target, id, action, more = {}) {
  if (!review.reviewer && !(await askName())) return false;
  try {
    take(await ask("decisions", {
      method: "POST",
      headers: { "content-type": "application/json", "x-soat-key": DATA.review.key },
      body: JSON.stringify({ reviewer: review.reviewer, target, id, action, ...more }),
    }));
    say(`${t(`review_${action}`)}: ${word("review", standingOf(id).status)}`);
    return true;
  } catch (error) {
    toast(plain(error.message));
    return false;
  }
}

// Puts what was decided into what is shown, without drawing anything else again.
function redrawDecided(ids) {
  const changed = new Set(ids);
  for (const badge of document.querySelectorAll("[data-decided]")) if (changed.has(badge.dataset.decided)) badge.replaceWith(statusBadge(badge.dataset.decided));
  for (const box of document.querySelectorAll("[data-desk]")) if (changed.has(box.dataset.desk)) box.querySelector(".said").replaceWith(saidOf(box.dataset.target, box.dataset.desk));
  drawProgress();
}

// ---- the desk of one claim or finding

function deskOf(target, id) {
  const act = (action) => () => decide(target, id, action);
  return h("section", { class: "desk", "data-desk": id, "data-target": target, "aria-label": t("review_desk") },
    saidOf(target, id),
    h("p", { class: "actions" },
      button(t("review_accept"), act("accept"), { "data-do": "accept", class: "accept", "aria-keyshortcuts": "a" }),
      target === "claim" && button(t("review_correct"), () => correct(id), { "data-do": "correct", "aria-keyshortcuts": "e" }),
      button(t("review_reject"), act("reject"), { "data-do": "reject", class: "reject", "aria-keyshortcuts": "r" }),
      button(t("review_note"), () => annotate(target, id), { "data-do": "note", "aria-keyshortcuts": "m" })));
}

function saidOf(target, id) {
  const { status, decisions, notes } = standingOf(id);
  const mine = decisions.find((one) => one.reviewer === review.reviewer);
  return h("div", { class: "said" },
    statusBadge(id),
    decisions.length > 0 && h("ul", {}, decisions.map((one) => h("li", {}, h("b", {}, quoted(one.reviewer)), ": ", t(`review_${one.action}`), correctionsOf(one)))),
    notes.map((one) => h("blockquote", { class: "noted" }, h("b", {}, quoted(one.reviewer)), ": ", quoted(one.note))),
    mine && h("p", { class: "actions" }, button(t("review_undo"), () => decide(target, id, "undo", { undoes: mine.entry }), { "data-do": "undo", class: "quiet", "aria-keyshortcuts": "z" })),
    status === "disputed" && h("p", { class: "hint" }, t("review_differ")));
}

function correctionsOf(one) {
  const told = Object.entries(one.corrected).map(([name, value]) => `${t(`column_${name}`)} = ${value ?? "\u2014"}`);
  return told.length ? [" (", quoted(told.join(", ")), ")"] : [];
}

// ---- dialogs

function dialogOf(title, fields, done) {
  const opened = document.activeElement;
  const failed = h("p", { class: "failed", role: "alert" });
  const form = h("form", { class: "fields" }, fields, failed, h("p", { class: "actions" },
    h("button", { type: "submit", class: "accept" }, t("review_keep")), button(t("close"), () => dialog.close())));
  const dialog = h("dialog", { class: "help", "aria-label": title, close: () => { dialog.remove(); opened?.focus?.({ preventScroll: true }); } }, h("h2", {}, title), form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = await done(form);
    if (problem) failed.textContent = problem; else dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function labelled(label, input) {
  return h("label", {}, h("span", {}, label), input);
}

function askName() {
  return new Promise((resolve) => {
    const input = h("input", { name: "reviewer", required: true, maxlength: 100, autocomplete: "name", value: review.reviewer });
    const dialog = dialogOf(t("review_who"), labelled(t("review_name"), input), () => {
      review.reviewer = input.value.trim();
      remember("reviewer", review.reviewer);
      drawProgress();
      return review.reviewer ? "" : t("review_who");
    });
    dialog.addEventListener("close", () => resolve(Boolean(review.reviewer)));
  });
}

function annotate(target, id) {
  const area = h("textarea", { name: "note", rows: 4, maxlength: 4000, required: true });
  dialogOf(t("review_note"), labelled(t("review_note"), area), async () => ((await decide(target, id, "note", { note: area.value })) ? "" : t("review_not_kept")));
}

function correct(id) {
  const claim = state.view.article.mentions.get(id);
  const now = (name) => (name === "value" ? claim.value_text : claim[name]) ?? "";
  const units = h("datalist", { id: "units" }, Object.keys(DATA.unit_names.en ?? {}).map((unit) => h("option", { value: unit })));
  const inputs = CORRECTED.map((name) => [name, CHOICES[name]
    ? h("select", { name }, CHOICES[name].map((value) => h("option", { value, selected: value === now(name) || (name === "change" && !claim.change && value === "none") }, word(name, value))))
    : h("input", { name, value: now(name), list: name === "unit" ? "units" : null, inputmode: FIGURES.has(name) ? "decimal" : null, autocomplete: "off" })]);
  const before = new Map(inputs.map(([name, input]) => [name, input.value]));
  const note = h("input", { name: "note", maxlength: 4000 });
  dialogOf(t("review_correct"), [units, inputs.map(([name, input]) => labelled(t(`column_${name}`), input)), labelled(t("review_note"), note)], async () => {
    const corrected = {};
    for (const [name, input] of inputs) {
      const value = input.value.trim();
      if (value === before.get(name)) continue;
      if (FIGURES.has(name) && value && !Number.isFinite(Number(value))) return t("review_no_number", { value });
      corrected[name] = value === "" ? null : FIGURES.has(name) ? Number(value) : value;
    }
    if (!Object.keys(corrected).length) return t("review_nothing_changed");
    return (await decide("claim", id, "correct", { corrected, note: note.value })) ? "" : t("review_not_kept");
  });
}

// ---- where one is, and what comes next

function drawProgress() {
  document.getElementById("progress")?.remove();
  const total = drawn ? drawn.size : DATA.review.claims;
  const done = [...review.standing].filter(([id, one]) => one.status !== "unreviewed" && (drawn ? drawn.has(id) : DATA.review.ids.has(id))).length;
  document.getElementById("bar").append(h("div", { id: "progress", class: "progress" },
    button(review.reviewer ? quoted(review.reviewer) : t("review_who"), askName, { class: "tool name", title: t("review_name") }),
    h("span", {}, t("review_progress", { n: done, total })),
    button(t("review_next"), nextOpen, { class: "tool", "aria-keyshortcuts": "x" })));
}

// The next claim that nobody decided about, behind the chosen one, over all articles.
function nextOpen() {
  const articles = DATA.articles.map((line) => line.id);
  const here = state.view.article ? articles.indexOf(state.view.article.id) : 0;
  for (let step = 0; step <= articles.length; step += 1) {
    const article = articleAt((here + step) % articles.length);
    const claims = [...article.claims].sort((a, b) => (a.field === "title" ? -1 : a.start) - (b.field === "title" ? -1 : b.start));
    const from = step === 0 && state.view.article === article ? claims.findIndex((claim) => claim.id === state.selected) + 1 : 0;
    const open = claims.slice(from).find((claim) => standingOf(claim.id).status === "unreviewed" && (!drawn || drawn.has(claim.id)));
    if (open) {
      window.location.hash = linkTo(open.id);
      return;
    }
  }
  toast(t("review_all_done"));
}

function press(action) {
  const focused = document.activeElement?.closest?.("[data-finding]");
  const box = focused?.querySelector("[data-desk]") ?? document.querySelector(".closeup [data-desk]");
  box?.querySelector(`[data-do=${action}]`)?.click();
}

DATA.review.ids = new Set(DATA.review.ids);
KEYS.push(
  ["a", "review_accept", () => press("accept")], ["e", "review_correct", () => press("correct")], ["r", "review_reject", () => press("reject")],
  ["m", "review_note", () => press("note")], ["z", "review_undo", () => press("undo")], ["x", "review_next", nextOpen]);
setTimeout(() => { look(); window.setInterval(look, REVIEW_EVERY); }, 0);
