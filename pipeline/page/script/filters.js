// Filters: chips for kinds, which are the legend of the marks too, and lists for the rest.

function kindChips(counts, changed) {
  return h("div", { class: "chips", role: "group", "aria-label": t("kinds") }, KINDS.filter((kind) => counts[kind]).map((kind) => h("button", {
    type: "button", class: `chip ${kind}`, "aria-pressed": String(!state.hidden.has(kind)), "data-kind": kind,
    click: (event) => {
      if (state.hidden.has(kind)) state.hidden.delete(kind); else state.hidden.add(kind);
      event.currentTarget.setAttribute("aria-pressed", String(!state.hidden.has(kind)));
      changed();
    },
  }, h("span", { class: `sample ${kind}` }, word("kinds", kind)), " ", h("small", {}, count(counts[kind] ?? 0)))));
}

// A list of one facet's values with how often each occurs among `all`; nothing where there is no choice.
function choice(name, values, show, changed, all) {
  const chosen = state.filters[name];
  if (!chosen && (!values.length || (values.length === 1 && values[0][1] === all))) return null;
  const select = h("select", {
    "data-filter": name, "aria-label": t(`filter_${name}`), class: chosen ? "on" : "",
    change: (event) => { state.filters[name] = event.target.value; event.target.classList.toggle("on", Boolean(event.target.value)); changed(); },
  }, h("option", { value: "" }, t(`filter_${name}`)), values.slice(0, 300).map(([value, n]) => h("option", { value, selected: value === chosen }, `${show(value)} (${count(n)})`)));
  return select;
}

function ranked(values) {
  const counts = new Map();
  for (const value of values) if (value !== "" && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function verdictWord(verdict) {
  return verdict === "none" ? t("verdict_none") : word("verdict", verdict);
}

function provinceName(id) {
  return DATA.provinces.find((province) => province.place_id === id)?.name ?? id;
}

function clearFilters() {
  for (const name of Object.keys(state.filters)) state.filters[name] = "";
}

function filtersOn() {
  return Object.values(state.filters).some(Boolean);
}

function resetButton(changed) {
  return filtersOn() ? button(t("reset"), () => { clearFilters(); changed(); }, { class: "quiet reset" }) : null;
}

// The filters of an article's mentions.
function mentionFilters(article, changed) {
  const mentions = [...article.mentions.values()];
  const facets = mentions.map((mention) => ({ kind: mention.kind, ...facetsOf(mention) }));
  return h("div", { class: "filters", role: "group", "aria-label": t("filters") },
    DATA.checked && choice("verdict", ranked(facets.filter((one) => one.kind === "claims" || one.verdict !== "none").map((one) => one.verdict)), verdictWord, changed, facets.length),
    choice("unit", ranked(facets.map((one) => one.unit)), unitName, changed, facets.length),
    choice("place", ranked(facets.map((one) => one.place)), provinceName, changed, facets.length),
    choice("document", ranked(facets.flatMap((one) => one.documents)), plain, changed, facets.length),
    resetButton(changed));
}

// The filters of the index.
function indexFilters(changed) {
  const lines = DATA.articles;
  return h("div", { class: "filters", role: "group", "aria-label": t("filters") },
    DATA.checked && choice("verdict", ranked(lines.flatMap((line) => Object.keys(line.verdicts))), verdictWord, changed, lines.length),
    choice("language", ranked(lines.map((line) => line.language)), languageName, changed, lines.length),
    choice("unit", ranked(lines.flatMap((line) => line.units.map((unit) => DATA.units[unit]))), unitName, changed, lines.length),
    choice("place", ranked(lines.flatMap((line) => line.places.map((place) => DATA.provinces[place].place_id))), provinceName, changed, lines.length),
    choice("document", ranked(lines.flatMap((line) => line.documents.map((number) => DATA.documents[number]))), plain, changed, lines.length),
    resetButton(changed));
}

function linePasses(line) {
  const { verdict, unit, language, place, document: wanted } = state.filters;
  if (verdict && !line.verdicts[verdict]) return false;
  if (language && line.language !== language) return false;
  if (unit && !line.units.includes(DATA.units.indexOf(unit))) return false;
  if (place && !line.places.some((number) => DATA.provinces[number].place_id === place)) return false;
  return !wanted || line.documents.includes(DATA.documents.indexOf(wanted));
}
