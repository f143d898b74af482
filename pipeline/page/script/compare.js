// One story in two languages side by side: aligned claims are joined, and what differs between them is said and shown.

// Each claim with its partners in other versions, and the columns in which the check of translations saw them differ.
const PARTNERS = new Map();
for (const [one, other, differs] of DATA.alignments) {
  for (const [from, to] of [[one, other], [other, one]]) {
    if (!PARTNERS.has(from)) PARTNERS.set(from, new Map());
    PARTNERS.get(from).set(to, differs);
  }
}

// The partners of a claim; two translations are joined through the original that both are aligned with.
function partnersOf(id, among) {
  const direct = [...(PARTNERS.get(id) ?? new Map()).keys()];
  const further = direct.flatMap((other) => [...PARTNERS.get(other).keys()]).filter((other) => other !== id && !direct.includes(other));
  const members = [...new Set([...direct, ...further])].map((other) => among.map((article) => article.mentions.get(other)).find(Boolean));
  return members.filter((found) => found?.kind === "claims");
}

const FIELDS = { value: "figure", range: "figure", of: "figure", unit: "unit", per: "unit", modifier: "modifier", change: "change", status: "status", period: "period" };

// In which respects two claims that should say the same do not. Where a check has spoken of both, its verdict goes before the columns;
// a unit that one version writes against what it counts is a difference whatever the figures say.
function differences(one, other) {
  const told = PARTNERS.get(one.id)?.get(other.id) ?? columnsUnlike(one, other);
  const verdict = DATA.verdicts.find((name) => one.findings.some((finding) => finding.verdict === name && finding.claims.includes(other.id)));
  const names = told.filter((column) => !(column === "unit" && wordedOtherwise(one, other)) && (column !== "status" || FAILING.includes(verdict))).map((column) => FIELDS[column] ?? column);
  const slip = Boolean(one.unit_conflict) !== Boolean(other.unit_conflict) ? ["unit"] : [];
  return verdict === "agrees" ? slip : [...new Set([...names, ...slip])];
}

function columnsUnlike(one, other) {
  const unlike = (name) => (one[name] ?? null) !== (other[name] ?? null);
  const both = (name) => unlike(name) && one[name] !== undefined && other[name] !== undefined;
  const found = { value: ["value_text", "change_from", "change_to"].some((name) => unlike(name) && Number(one[name]) !== Number(other[name])), range: unlike("low") || unlike("high"), of: unlike("of"), unit: both("unit"), per: both("per"), modifier: unlike("modifier"), change: unlike("change"), status: unlike("status"), period: both("period") };
  return Object.keys(found).filter((name) => found[name]);
}

// Two words for what is counted (units, administrative units) are no contradiction; two dimensions are.
function wordedOtherwise(one, other) {
  return one.unit !== other.unit && one.unit_kind === "count" && other.unit_kind === "count" && !one.unit_conflict && !other.unit_conflict;
}

// The pairs of two articles, those that differ first, then in the order of the left one.
function pairsOf(left, right) {
  const pairs = left.claims.flatMap((claim) => partnersOf(claim.id, [right]).map((other) => ({ left: claim, right: other, differing: differences(claim, other) })));
  return pairs.sort((a, b) => (b.differing.length > 0) - (a.differing.length > 0) || a.left.start - b.left.start);
}

function compareView(family) {
  const members = membersOf(family);
  state.pair = state.pair?.family === family ? state.pair : { family, left: 0, right: members.length > 1 ? 1 : 0 };
  const [left, right] = [members[state.pair.left], members[state.pair.right]];
  const pairs = pairsOf(left, right);
  const differing = pairs.filter((one) => one.differing.length);
  const paired = new Set(pairs.flatMap((one) => [one.left.id, one.right.id]));
  const alone = new Set([left, right].flatMap((article) => article.claims.filter((claim) => DATA.aligned && !paired.has(claim.id)).map((claim) => claim.id)));
  const view = h("div", { class: "compare" },
    h("header", { class: "head" },
      h("p", { class: "kicker" }, t("story"), " \u00b7 ", t("n_versions", { n: members.length })),
      h("h1", {}, quoted(left.title || DATA.articles[left.number].title, left.language)),
      versions(members, null)),
    !DATA.aligned && h("p", { class: "note hint" }, t("not_aligned")),
    storyChecks(members),
    DATA.aligned && synopsis(pairs, differing, alone, left, right),
    sideBySide(left, right, members, pairs, alone));
  return view;
}

// The failing checks of all versions, each once.
function storyChecks(members) {
  const found = new Map();
  for (const article of members) for (const finding of article.findings) if (FAILING.includes(finding.verdict) && !found.has(finding.id)) found.set(finding.id, { finding, article });
  const worst = [...found.values()].sort((a, b) => FAILING.indexOf(a.finding.verdict) - FAILING.indexOf(b.finding.verdict));
  if (!worst.length) return null;
  return h("section", { class: "checks", "aria-labelledby": "checks-title" }, h("h2", { id: "checks-title" }, t("checks_fail", { n: worst.length })),
    h("div", { class: "cards" }, worst.map(({ finding, article }) => checkCard(finding, article))));
}

// The links between the versions of a story.
function versions(members, current) {
  if (members.length < 2) return null;
  const family = DATA.articles[members[0].number].family;
  return h("nav", { class: "versions", "aria-label": t("versions") },
    members.map((one) => h("a", { href: linkTo(one.id), lang: state.language, "aria-current": one === current ? "page" : null }, languageName(one.language), DATA.articles[one.number].role === "original" && h("small", {}, " ", t("original")))),
    h("a", { href: linkTo(family), class: "both", "aria-current": current === null ? "page" : null }, t("side_by_side")));
}

function synopsis(pairs, differing, alone, left, right) {
  const row = ({ left: one, right: other, differing: unlike }) => h("tr", { class: unlike.length ? "differs" : "" },
    h("td", {}, unlike.length ? [icon("conflicts"), h("span", {}, unlike.map((name) => t(`field_${name}`)).join(", "))] : [icon("agrees"), h("span", {}, wordedOtherwise(one, other) ? t("same_otherwise") : t("same"))]),
    [one, other].map((claim) => h("td", {}, h("a", { href: linkTo(claim.id) }, h("b", {}, shown(claim, unlike))), h("small", {}, quoted(claim.quote, claim.article.language)))));
  const table = (rows) => h("div", { class: "scroll" }, h("table", { class: "synopsis" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, ""), h("th", { scope: "col" }, languageName(left.language)), h("th", { scope: "col" }, languageName(right.language)))),
    h("tbody", {}, rows.map(row))));
  const same = pairs.filter((one) => !one.differing.length);
  return h("section", { class: "checks", "aria-labelledby": "synopsis-title" },
    h("h2", { id: "synopsis-title" }, differing.length ? t("n_differ", { n: differing.length }) : t("none_differ")),
    differing.length > 0 && table(differing),
    same.length > 0 && h("details", { class: "rest" }, h("summary", {}, icon("agrees"), h("b", {}, count(same.length)), " ", t("n_same", { n: same.length })), table(same)),
    alone.size > 0 && h("p", { class: "note" }, h("span", { class: "ring", "aria-hidden": "true" }), " ", t("n_alone", { n: alone.size })));
}

// A claim's reading with the parts that differ made to stand out, by weight and line as well as by colour.
function shown(claim, unlike) {
  const off = (name, text) => (unlike.includes(name) ? h("span", { class: "differs" }, text) : text);
  const figures = unlike.includes("figure") || unlike.includes("change") || unlike.includes("modifier") ? h("span", { class: "differs" }, figuresOf(claim)) : figuresOf(claim);
  const unit = unitOf(claim);
  return [figures, unit && [" ", off("unit", unit)], claim.unit_conflict && unlike.includes("unit") && ` (${claim.unit_text ?? ""})`,
    unlike.includes("period") && [", ", off("period", claim.period ? when(claim.period) : "?")], unlike.includes("status") && [", ", off("status", word("status", claim.status))]];
}

function sideBySide(left, right, members, pairs, alone) {
  const pairOf = new Map(pairs.flatMap((one) => [[one.left.id, one], [one.right.id, one]]));
  const choose = (side) => (members.length > 2
    ? h("select", { "aria-label": t(side), change: (event) => { state.pair[side] = Number(event.target.value); show(); } }, members.map((one, at) => h("option", { value: at, selected: at === state.pair[side] }, languageName(one.language))))
    : h("span", {}, languageName(members[state.pair[side]].language)));
  const column = (article, side) => h("section", { class: `side ${side}`, "aria-label": languageName(article.language) },
    h("h2", {}, choose(side)),
    h("h3", {}, quoted(article.title, article.language)),
    renderText(article, article.claims.filter((claim) => !claim.field), { alone }));
  const box = h("div", { class: "sides" }, column(left, "left"), s("svg", { class: "ribbons", "aria-hidden": "true" }), column(right, "right"));
  for (const element of box.querySelectorAll("[data-mention]")) {
    if (pairOf.get(element.dataset.mention)?.differing.length) element.classList.add("differs");
    if (alone.has(element.dataset.mention)) element.classList.add("alone");
  }
  const draw = () => ribbons(box, pairs);
  requestAnimationFrame(draw);
  new ResizeObserver(draw).observe(box);
  box.addEventListener("mouseover", (event) => light(box, pairOf.get(event.target.closest("[data-mention]")?.dataset.mention)));
  box.addEventListener("focusin", (event) => light(box, pairOf.get(event.target.closest("[data-label]")?.dataset.label)));
  return box;
}

// The lines between the columns, from the end of a claim on the left to the beginning of its partner on the right.
function ribbons(box, pairs) {
  const drawing = box.querySelector(".ribbons");
  const frame = box.getBoundingClientRect();
  const gutter = drawing.getBoundingClientRect();
  if (!gutter.width) return;
  drawing.setAttribute("viewBox", `0 0 ${gutter.width} ${frame.height}`);
  drawing.setAttribute("height", frame.height);
  const edge = (id, side) => {
    const rects = [...box.querySelectorAll(`.${side} [data-mention]`)].filter((one) => one.dataset.mention === id).map((one) => one.getBoundingClientRect());
    return rects.length ? rects[0].top + rects[0].height / 2 - frame.top : null;
  };
  drawing.replaceChildren(...pairs.flatMap((one) => {
    const [from, to] = [edge(one.left.id, "left"), edge(one.right.id, "right")];
    if (from === null || to === null) return [];
    const middle = gutter.width / 2;
    const path = s("path", { class: one.differing.length ? "ribbon differs" : "ribbon", d: `M0 ${from}C${middle} ${from} ${middle} ${to} ${gutter.width} ${to}` });
    path.dataset.pair = one.left.id;
    return [path];
  }));
}

function light(box, pairing) {
  for (const element of box.querySelectorAll(".lit")) element.classList.remove("lit");
  if (!pairing) return;
  for (const element of box.querySelectorAll("[data-mention], [data-pair]")) {
    if ([pairing.left.id, pairing.right.id].includes(element.dataset.mention ?? element.dataset.pair)) element.classList.add("lit");
  }
}
