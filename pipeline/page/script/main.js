// The frame around the views, and the way from an address to a view.

function turnTheme() {
  const dark = state.theme ? state.theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  setTheme(dark ? "light" : "dark");
  remember("theme", state.theme);
}

function setTheme(theme) {
  state.theme = theme;
  if (theme) document.documentElement.dataset.theme = theme;
}

function setLanguage(language) {
  state.language = language;
  document.documentElement.lang = language;
  document.querySelector(".skip").textContent = t("skip");
}

function drawBar() {
  const search = h("input", { id: "search", type: "search", placeholder: t("search"), "aria-label": t("search"), autocomplete: "off", spellcheck: "false", value: state.query, "aria-keyshortcuts": "/" });
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { state.query = search.value; state.view.dispatchEvent(new Event("soat:query")); }, 120);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    state.query = search.value;
    state.view.dispatchEvent(new Event("soat:query"));
    const hits = [...document.querySelectorAll(".paper .hit, [data-row]")];
    state.hit = ((state.hit ?? -1) + 1) % (hits.length || 1);
    hits[state.hit]?.scrollIntoView({ block: "center" });
  });
  const many = DATA.articles.length > 1;
  document.getElementById("bar").replaceChildren(
    many ? h("a", { class: "brand", href: "#all" }, "soat") : h("span", { class: "brand" }, "soat"),
    many ? h("a", { class: "run", href: "#all", title: t("key_up") }, quoted(DATA.title)) : h("span", { class: "run" }),
    h("div", { role: "search", class: "search" }, search, h("kbd", { "aria-hidden": "true" }, "/")),
    h("select", { class: "language", "aria-label": t("interface_language"), change: (event) => { setLanguage(event.target.value); remember("language", state.language); drawBar(); show(); } },
      LANGUAGES.map((one) => h("option", { value: one, lang: one, selected: one === state.language }, DATA.strings[one].own_name))),
    button(s("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, s("path", { d: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.500v11a5.500 5.500 0 0 1 0-11Z" })), turnTheme, { class: "tool", "aria-label": t("key_theme"), title: t("key_theme") }),
    button("?", help, { class: "tool", "aria-label": t("key_help"), title: t("key_help") }));
  if (DATA.review) drawProgress();
  document.getElementById("foot").replaceChildren(h("p", {}, t("made_by", { version: DATA.version })), h("p", {}, t("caveat")));
}

// What an address names: the index, a story, an article, a mention or a finding.
function route() {
  let id = "";
  try { id = decodeURIComponent(window.location.hash.slice(1)); } catch { id = window.location.hash.slice(1); }
  if (id === "all" || id === "pictures") return { index: true, tab: id };
  const target = id || DATA.first || (DATA.articles.length === 1 ? DATA.articles[0].id : "");
  if (!target) return { index: true };
  if (NUMBERS.has(target)) return { article: articleOf(target) };
  if (DATA.articles.some((line) => line.family === target)) {
    const members = membersOf(target);
    return members.length > 1 ? { family: target } : { article: members[0] };
  }
  const inside = lookUp(target);
  if (!inside) return { index: DATA.articles.length !== 1, article: DATA.articles.length === 1 ? articleAt(0) : null, missing: true };
  return inside.found.verdict ? { article: inside.article, finding: target } : { article: inside.article, selected: target };
}

function show() {
  const main = document.getElementById("main");
  const to = route();
  const mention = to.selected && to.article.mentions.get(to.selected);
  const key = `${state.language} ${to.article ? `a${to.article.number}` : to.family ? `f${to.family}` : `index ${to.tab}`}`;
  // filters of the index do not follow into an article, nor the other way
  if (state.view && state.view.key !== key && Boolean(to.article) !== Boolean(state.view.article)) clearFilters();
  // a link to a mention shows it, whatever was hidden before
  const hidden = mention && !passes(mention);
  if (hidden) {
    state.hidden.delete(mention.kind);
    if (!passes(mention)) clearFilters();
  }
  state.selected = to.selected ?? null;
  if (state.view?.key === key && to.article) {
    if (hidden) state.view.redraw();
    else closeUp(state.view);
  } else {
    state.view = to.article ? articleView(to.article) : to.family ? compareView(to.family) : indexView(to.tab ?? "all");
    state.view.key = key;
    main.replaceChildren(state.view);
    document.title = plain(`${to.article ? to.article.title || DATA.articles[to.article.number].title : DATA.title} \u00b7 soat`);
    if (!to.selected && !to.finding) window.scrollTo(0, 0);
  }
  if (to.missing) toast(t("not_here"));
  if (to.selected) reveal(to.selected);
  if (to.finding) revealFinding(to.finding);
}

function reveal(id) {
  const find = (name) => [...document.querySelectorAll(`[data-${name}]`)].find((one) => one.dataset[name] === id);
  const target = find("mention") ?? find("label");
  const listed = find("fact");
  const box = document.querySelector(".list");
  if (listed && box && box.scrollHeight > box.clientHeight) box.scrollTop = listed.offsetTop - box.clientHeight / 2;
  // on a narrow screen the close look covers the lower half
  target?.scrollIntoView({ block: window.innerWidth <= 1024 ? "start" : "center", behavior: state.quick ? "auto" : "smooth" });
  find("label")?.focus({ preventScroll: true });
  const mention = state.view.article?.mentions.get(id);
  if (mention) say(`${shortOf(mention)}. ${detailOf(mention)}`);
}

function revealFinding(id) {
  const card = [...document.querySelectorAll("[data-finding]")].find((one) => one.dataset.finding === id);
  const closed = card?.closest("details");
  if (closed) closed.open = true;
  card?.scrollIntoView({ block: "center" });
  card?.focus({ preventScroll: true });
}

function begin() {
  const wished = remembered("language") ?? (navigator.languages ?? [navigator.language]).map((one) => one.slice(0, 2)).find((one) => LANGUAGES.includes(one));
  setLanguage(LANGUAGES.includes(wished) ? wished : "en");
  const theme = remembered("theme");
  setTheme(theme === "dark" || theme === "light" ? theme : "");
  state.quick = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  drawBar();
  show();
  window.addEventListener("hashchange", show);
  window.addEventListener("keydown", onKey);
  window.addEventListener("beforeprint", () => { for (const one of document.querySelectorAll("details")) one.open = true; });
  document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); document.getElementById("main").focus(); });
}

begin();
