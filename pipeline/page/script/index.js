// The index of a run: a row a story, those with failing checks first. Rows are made in portions, so that a long index opens at once.

const PORTION = 120;

// Articles of one family are one story.
function stories() {
  const found = new Map();
  DATA.articles.forEach((line, number) => {
    const key = line.family ?? line.id;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push({ line, number });
  });
  return [...found.values()].map((its) => its.sort((a, b) => rank(a.line) - rank(b.line)));
}

const SORTS = {
  failing: (a, b) => trouble(b) - trouble(a),
  newest: (a, b) => (b[0].line.date ?? "").localeCompare(a[0].line.date ?? ""),
  claims: (a, b) => b[0].line.claims - a[0].line.claims,
  title: (a, b) => a[0].line.title.localeCompare(b[0].line.title),
};

function trouble(story) {
  return story.reduce((sum, { line }) => sum + 1000 * (line.verdicts.conflicts ?? 0) + (line.verdicts.suspect ?? 0), 0);
}

function chosenStories() {
  const wanted = wordsWanted(state.query);
  const fits = ({ line, number }) => linePasses(line) && wanted.every((one) => one.test(searchable(number)));
  return stories().filter((story) => story.some(fits)).sort(SORTS[state.sort]);
}

function indexView(tab) {
  const list = h("ol", { class: "stories" });
  const found = h("p", { class: "found hint", role: "status" });
  const filters = h("div", { class: "toolbar" });
  const redraw = () => {
    filters.replaceChildren(indexFilters(redraw), sorting(redraw));
    refill(list, found);
  };
  redraw();
  const totals = {};
  for (const line of DATA.articles) for (const [verdict, n] of Object.entries(line.verdicts)) totals[verdict] = (totals[verdict] ?? 0) + n;
  const claims = DATA.articles.reduce((sum, line) => sum + line.claims, 0);
  const view = h("div", { class: "index" },
    h("header", { class: "head" },
      h("h1", {}, quoted(DATA.title)),
      h("p", { class: "lead" }, t("n_articles", { n: DATA.articles.length }), stories().length < DATA.articles.length && [" \u00b7 ", t("n_stories", { n: stories().length })], " \u00b7 ", t("n_claims", { n: claims })),
      verdictStrip(totals),
      !DATA.checked && h("p", { class: "note hint" }, t("not_checked")),
      DATA.left_out > 0 && h("p", { class: "note hint" }, t("n_left_out", { n: DATA.left_out })),
      h("nav", { class: "versions", "aria-label": DATA.title }, [["all", "articles"], ["pictures", "pictures"]].map(([to, name]) => h("a", { href: `#${to}`, "aria-current": to === tab ? "page" : null }, t(name))))),
    tab === "all" ? h("section", { "aria-label": t("articles") }, filters, found, list) : h("section", { "aria-label": t("pictures") }, runPictures()));
  view.addEventListener("soat:query", () => (tab === "all" ? refill(list, found) : (window.location.hash = "#all")));
  return view;
}

function requestIdle(work) {
  if (window.requestIdleCallback) window.requestIdleCallback(work, { timeout: 400 });
  else setTimeout(work, 50);
}

function runPictures() {
  const changes = DATA.changes.slice(0, 12).map((claim) => ({ ...claim, label: quoted(claim.measured ?? (unitName(claim.unit) || claim.unit_text) ?? "") }));
  // an address that is followed shows the index with what was chosen
  const pick = (name, value) => { clearFilters(); state.filters[name] = value; window.location.hash = "#all"; };
  return h("div", { class: "gallery" }, [mapPicture(DATA.articles, (place) => pick("place", place.place_id)), documentsPicture(DATA.articles, (symbol) => pick("document", symbol)), histogram(DATA.periods), changesPicture(changes)].filter(Boolean));
}

function sorting(changed) {
  return h("label", { class: "sort" }, t("sort"), " ", h("select", { change: (event) => { state.sort = event.target.value; changed(); } },
    Object.keys(SORTS).map((name) => h("option", { value: name, selected: name === state.sort }, t(`sort_${name}`)))));
}

function refill(list, found) {
  const rows = chosenStories();
  state.rows = rows;
  list.replaceChildren();
  const token = {};
  list.filling = token;
  found.textContent = rows.length === stories().length ? "" : t("n_found", { n: rows.length });
  const more = (at) => {
    if (list.filling !== token) return;
    list.append(...rows.slice(at, at + PORTION).map((story, place) => storyRow(story, at + place)));
    if (at + PORTION < rows.length) requestIdle(() => more(at + PORTION));
  };
  more(0);
}

function storyRow(story, at) {
  const { line, number } = story[0];
  const verdicts = {};
  for (const one of story) for (const [verdict, n] of Object.entries(one.line.verdicts)) verdicts[verdict] = (verdicts[verdict] ?? 0) + n;
  const target = story.length > 1 ? line.family : line.id;
  const hit = state.query ? snippet(number) : null;
  return h("li", { class: FAILING.find((verdict) => verdicts[verdict]) ?? "" },
    h("a", { class: "title", href: linkTo(target), "data-row": at }, quoted(line.title, line.language)),
    h("p", { class: "meta" },
      story.map((one) => h("a", { class: "lang", href: linkTo(one.line.id), title: languageName(one.line.language), "aria-label": languageName(one.line.language) }, one.line.language)),
      line.date && h("span", {}, when(line.date)), h("span", {}, quoted(line.from ?? "")), h("span", {}, t("n_claims", { n: line.claims }))),
    hit && h("p", { class: "snippet" }, hit),
    verdictStrip(verdicts));
}

function snippet(number) {
  const { text } = articleAt(number);
  const hit = hitsIn(text, state.query)[0] ?? hitsIn(text, fold(state.query).trim().split(/\s+/)[0])[0];
  if (!hit) return null;
  const from = Math.max(0, hit.start - 60);
  return quoted(["\u2026", text.slice(from, hit.start), h("mark", { class: "hit" }, text.slice(hit.start, hit.stop)), text.slice(hit.stop, hit.stop + 90), "\u2026"], null);
}
