// The list of an article's mentions, and the one that is looked at closely.

// The figures of a claim stand out from their unit; other mentions are one piece.
function headOf(mention) {
  if (mention.kind !== "claims") return h("b", {}, quoted(shortOf(mention)));
  const unit = unitOf(mention);
  return [h("b", {}, quoted(figuresOf(mention))), unit && h("span", { class: "unit" }, unit === "%" ? "\u202f" : " ", quoted(unit))];
}

function factRow(mention) {
  const verdict = verdictOf(mention);
  return h("li", {},
    h("a", { class: `fact ${mention.kind}`, href: linkTo(mention.id), "data-fact": mention.id },
      h("span", { class: `no ${mention.kind}`, "aria-hidden": "true" }, mention.tag),
      h("span", { class: "what" }, headOf(mention), " ", h("span", { class: "more" }, quoted(detailOf(mention), mention.article.language))),
      DATA.review && mention.kind === "claims" && statusBadge(mention.id),
      verdict && h("span", { class: `state ${verdict}`, title: word("verdict", verdict) }, icon(verdict), h("span", { class: "unseen" }, word("verdict", verdict)))));
}

function factsList(mentions) {
  const box = h("div", { class: "facts" });
  for (const kind of KINDS) {
    const its = mentions.filter((mention) => mention.kind === kind);
    if (its.length) box.append(h("h3", {}, t(`n_${kind}`, { n: its.length })), h("ul", {}, its.map(factRow)));
  }
  if (!box.childNodes.length) box.append(h("p", { class: "hint" }, t("nothing_passes")));
  return box;
}

function pair(term, ...values) {
  const kept = values.flat().filter((value) => value !== null && value !== undefined && value !== "" && value !== false);
  return kept.length ? [h("dt", {}, term), h("dd", {}, kept)] : [];
}

function difference(claim) {
  if (claim.change_from === undefined || claim.change_to === undefined) return null;
  const by = claim.change_to - claim.change_from;
  const share = claim.change_from ? ` (${rounded((100 * by) / Math.abs(claim.change_from))}\u202f%)` : "";
  return `${rounded(by)}${share}`;
}

function claimDetails(claim) {
  const whole = claim.part_of && claim.article.mentions.get(claim.part_of);
  return [
    pair(t("difference"), difference(claim)),
    pair(t("measured"), claim.measured && quoted(claim.measured, claim.article.language)),
    pair(t("unit_written"), claim.unit_text && (claim.unit_conflict || !claim.unit || claim.unit_text !== claim.unit) && quoted(claim.unit_text, claim.article.language), claim.unit_conflict && h("strong", { class: "slip" }, " ", t("unit_slip"))),
    pair(t("subject"), claim.subject && quoted(claim.subject, claim.article.language)),
    pair(t("period"), claim.period && when(claim.period)),
    pair(t("place"), claim.place && quoted(claim.place, claim.article.language)),
    pair(t("status"), claim.status && claim.status !== "actual" && word("status", claim.status)),
    pair(t("speaker"), claim.speaker && quoted(claim.speaker, claim.article.language)),
    pair(t("under"), claim.under?.length && quoted(claim.under.join(", "))),
    pair(t("part_of"), whole && h("a", { href: linkTo(whole.id) }, reading(whole))),
    pair(t("other_readings"), claim.alternatives?.map((other) => `${word("change", other.change)} ${figure(other.value_text)}`).join(", ")),
    pair(t("confidence"), claim.confidence < 0.8 && t("doubtful")),
  ];
}

function mentionDetails(mention) {
  switch (mention.kind) {
    case "claims": return claimDetails(mention);
    case "citations": return [
      pair(t("issuer"), mention.issuer && quoted(mention.issuer)), pair(t("signed"), mention.signed && when(mention.signed)),
      pair(t("full_symbol"), symbolOf(mention) !== mention.symbol && symbolOf(mention)), pair(t("title"), mention.title && quoted(mention.title)),
    ];
    case "officials": return [
      pair(t("role"), quoted(mention.role)), pair(t("body"), mention.body && quoted(mention.body)), pair(t("place"), mention.place && quoted(mention.place)),
      pair(t("tenure"), mention.tenure !== "current" && word("tenure", mention.tenure)),
    ];
    case "dates": return [pair("EDTF", mention.edtf), pair(t("confidence"), mention.anchored && t("anchored"))];
    default: return [pair(t("level"), mention.level && word("level", mention.level)), pair(t("code"), mention.place_id ?? mention.organisation_id)];
  }
}

function counterparts(mention) {
  return partnersOf(mention.id, familyOf(mention.article).filter((one) => one !== mention.article)).map((other) => {
    const differing = differences(mention, other);
    return h("li", {}, h("span", { class: "from" }, languageName(other.article.language)), " ",
      h("a", { href: linkTo(other.id), class: differing.length ? "differs" : "" }, quoted(other.quote, other.article.language)), " ",
      differing.length ? h("span", { class: "differs" }, icon("conflicts"), t("differs_in", { what: differing.map((name) => t(`field_${name}`)).join(", ") })) : h("span", { class: "same" }, icon("agrees"), wordedOtherwise(mention, other) ? t("same_otherwise") : t("same")));
  });
}

// The close look at one mention.
function inspector(mention) {
  const others = counterparts(mention);
  const unit = mention.kind === "claims" ? unitOf(mention) : "";
  return h("section", { class: `inspector ${mention.kind}`, "aria-label": t("selected") },
    h("header", {}, h("span", { class: `no ${mention.kind}` }, mention.tag), h("span", { class: "kind" }, word("kind", mention.kind)),
      button("\u00d7", () => { window.location.hash = linkTo(mention.article.id); }, { class: "close", "aria-label": t("close") })),
    h("p", { class: "big" }, quoted(mention.kind === "claims" ? figuresOf(mention) : shortOf(mention)), unit && h("span", { class: "unit" }, " ", unit)),
    mention.change === "from_to" && mention.change_from !== undefined && bars([mention]),
    h("dl", {}, mentionDetails(mention).flat()),
    mention.findings.length > 0 && h("ul", { class: "verdicts" }, mention.findings.map((finding) => h("li", {}, h("a", { href: linkTo(finding.id) }, icon(finding.verdict), word("verdict", finding.verdict), ": ", finding.working ? h("span", { class: "working" }, h("bdi", {}, finding.working)) : checkName(finding.check))))),
    others.length > 0 && [h("h4", {}, t("elsewhere")), h("ul", { class: "others" }, others)],
    h("blockquote", {}, sentenceOf([mention])),
    DATA.review && mention.kind === "claims" && deskOf("claim", mention.id),
    h("p", { class: "actions" },
      button(t("copy_quote"), () => copy(quotation(mention), t("copied_quote")), { "data-copy": "quote" }),
      button(t("copy_link"), () => copy(window.location.href.replace(/#.*/, "") + linkTo(mention.id), t("copied_link")), { "data-copy": "link" })));
}
