// Findings: what fails first, each with its working and its sentences.

// The name of a check: as the interface words it, else the group that it belongs to and the rest of its id.
function checkName(check) {
  const [id] = check.split(".");
  const parts = id.split("_");
  for (let length = parts.length; length > 0; length -= 1) {
    const key = parts.slice(0, length).join("_");
    if (DATA.strings.en[`check_${key}`] !== undefined) return [t(`check_${key}`), parts.slice(length).join(" ")].filter(Boolean).join(" \u00b7 ");
  }
  return parts.join(" ");
}

function verdictBadge(verdict) {
  return h("span", { class: `badge ${verdict}` }, icon(verdict), word("verdict", verdict));
}

// The counts of an article's findings by verdict, worst first.
function verdictStrip(verdicts) {
  const shown = DATA.verdicts.filter((verdict) => verdicts[verdict]);
  return shown.length ? h("ul", { class: "strip" }, shown.map((verdict) => h("li", { class: verdict }, icon(verdict), h("b", {}, count(verdicts[verdict])), " ", t(`n_${verdict}`, { n: verdicts[verdict] })))) : null;
}

function tally(findings) {
  const counts = {};
  for (const finding of findings) counts[finding.verdict] = (counts[finding.verdict] ?? 0) + 1;
  return counts;
}

// The mentions of a finding that this page has, those of `article` first.
function mentionsOf(finding, article) {
  const ids = [...finding.claims, ...(finding.mentions ?? [])];
  const others = finding.articles.filter((id) => id !== article.id).map(articleOf).filter(Boolean);
  return [article, ...others].flatMap((one) => ids.map((id) => one.mentions.get(id)).filter(Boolean));
}

// A sentence with all mentions of it that a finding speaks of.
function evidence(mentions, article, finding) {
  const [mention] = mentions;
  const foreign = mention.article !== article;
  return h("li", {},
    h("blockquote", {}, sentenceOf(mentions, finding.claims[0], finding.verdict)),
    h("p", { class: "actions" },
      foreign && h("span", { class: "from" }, languageName(mention.article.language), ": ", quoted(mention.article.title || DATA.articles[mention.article.number].title)),
      h("a", { href: linkTo(mention.id) }, t("show_in_text")),
      button(t("copy_quote"), () => copy(quotation(mention), t("copied_quote")), { class: "quiet" })));
}

function bySentence(mentions) {
  const groups = new Map();
  for (const mention of mentions) {
    const key = `${mention.article.number} ${mention.field ?? "text"} ${mention.sentence ?? mention.id}`;
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  return [...groups.values()];
}

// The note of a finding in the reader's language; a template that the page does not know is told in English, as the table tells it.
function told(finding) {
  return (finding.told && worded(finding.told)) ?? finding.note;
}

function worded(note) {
  if (!Object.hasOwn(DATA.notes, note.key)) return null;
  const wordings = DATA.notes[note.key];
  return (wordings[state.language] ?? wordings.en).replace(/\{(\w+)\}/g, (whole, name) => valueOf(note[name]) ?? whole);
}

// A part of a note: a figure, languages, a note inside the note, or a text or date as it is.
function valueOf(value) {
  if (typeof value === "number") return amount(value);
  if (Array.isArray(value)) return value.map(languageName).join(", ");
  if (value && typeof value === "object") return worded(value);
  return /^\d{4}-\d{2}(-\d{2})?$/.test(value) ? when(value) : value;
}

function checkCard(finding, article) {
  const failing = FAILING.includes(finding.verdict);
  const mentions = mentionsOf(finding, article);
  const away = finding.claims.filter((id) => article.elsewhere[id]).map((id) => article.elsewhere[id]);
  return h("article", { class: `check ${finding.verdict}`, "data-finding": finding.id, tabindex: "-1", "aria-label": `${word("verdict", finding.verdict)}: ${checkName(finding.check)}` },
    h("header", {}, verdictBadge(finding.verdict), h("span", { class: "name" }, checkName(finding.check))),
    finding.working && h("p", { class: "working" }, h("bdi", {}, finding.working)),
    finding.note && h("p", { class: "note" }, h("bdi", {}, told(finding))),
    finding.source && h("p", { class: "note" }, t("known_from", { source: finding.source })),
    (mentions.length > 0 || away.length > 0) && (failing
      ? h("ol", { class: "sentences" }, bySentence(mentions).map((its) => evidence(its, article, finding)), away.map(absent))
      : h("p", { class: "actions" }, mentions.map((mention) => h("a", { href: linkTo(mention.id) }, quoted(mention.quote, mention.article.language))))),
    DATA.review && deskOf("finding", finding.id));
}

function absent(claim) {
  return h("li", {}, h("blockquote", {}, quoted(claim.sentence, claim.language)), h("p", { class: "actions" }, h("span", { class: "from" }, t("not_on_page"))));
}

// The section of an article's checks; where none were run it says so.
function checksSection(article) {
  const section = h("section", { class: "checks", "aria-labelledby": "checks-title" });
  if (!DATA.checked) {
    section.append(h("h2", { id: "checks-title" }, t("checks")), h("p", { class: "note hint" }, t("not_checked")));
    return section;
  }
  const failing = article.findings.filter((finding) => FAILING.includes(finding.verdict));
  section.append(h("h2", { id: "checks-title" }, failing.length ? t("checks_fail", { n: failing.length }) : t("checks_none_fail")));
  section.append(...failing.map((finding) => checkCard(finding, article)));
  for (const verdict of DATA.verdicts.filter((one) => !FAILING.includes(one))) {
    const rest = article.findings.filter((finding) => finding.verdict === verdict);
    if (rest.length) {
      section.append(h("details", { class: "rest" }, h("summary", {}, icon(verdict), h("b", {}, count(rest.length)), " ", t(`n_${verdict}`, { n: rest.length })), rest.map((finding) => checkCard(finding, article))));
    }
  }
  if (!article.findings.length) section.append(h("p", { class: "note hint" }, t("nothing_to_check")));
  return section;
}
