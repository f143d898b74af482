// What a mention says, in the reader's language.

const MARKS_OF_UNITS = { percent: "%", permille: "\u2030", degree_celsius: "\u00b0C" };

function unitName(unit) {
  if (!unit) return "";
  return MARKS_OF_UNITS[unit] ?? (/^[A-Z]{3}$/.test(unit) ? unit : DATA.unit_names[state.language]?.[unit] ?? unit.replace(/_/g, " "));
}

const PLURALS = { person: "people", man: "men", woman: "women", child: "children", foot: "feet", aircraft: "aircraft", mu: "mu", hertz: "hertz", lux: "lux" };

// English counts in plurals; other languages have too many forms, and keep the name of the unit.
function counted(name, claim) {
  const one = Number(claim.change === "from_to" ? claim.change_to ?? claim.value_text : claim.value_text ?? claim.high ?? 2);
  if (state.language !== "en" || one === 1 || !/^[a-z ]+$/i.test(name) || /^[A-Z]{3}$/.test(name)) return name;
  return name.replace(/\w+$/, (last) => PLURALS[last] ?? (/s$/.test(last) ? last : /[^aeiou]y$/.test(last) ? `${last.slice(0, -1)}ies` : /(x|z|ch|sh)$/.test(last) ? `${last}es` : `${last}s`));
}

function unitOf(claim) {
  const unit = claim.unit ? counted(unitName(claim.unit), claim) : claim.unit_text ?? "";
  return claim.per ? `${unit} / ${perName(claim.per)}` : unit;
}

// What a rate is per; a number before it ("10000 person") is written as figures are.
function perName(per) {
  const many = /^(\d+) (.+)$/.exec(per);
  return many ? `${amount(many[1])} ${unitName(many[2])}` : unitName(per);
}

// The figures of a claim with their bound and change, without the unit.
function figuresOf(claim) {
  const bound = claim.modifier && claim.modifier !== "exact" ? `${word("modifier", claim.modifier)} ` : "";
  if (claim.change === "from_to") {
    const from = claim.change_from === undefined ? "" : `${amount(claim.change_from)} \u2192 `;
    return `${from}${claim.change_from === undefined ? "\u2192 " : ""}${bound}${amount(claim.change_to ?? claim.value_text ?? "?")}`;
  }
  const sign = { increase_by: "+\u202f", decrease_by: "\u2212\u202f" }[claim.change] ?? "";
  const value = claim.value_text !== undefined ? amount(claim.value_text) : rangeOf(claim);
  const whole = claim.of === undefined ? "" : ` ${t("of")} ${amount(claim.of)}`;
  return `${bound}${sign}${value}${whole}`;
}

function rangeOf(claim) {
  const [low, high] = [claim.low, claim.high].map((end) => (end === undefined ? undefined : amount(end)));
  if (low !== undefined && high !== undefined) return `${low} \u2013 ${high}`;
  return low !== undefined ? `\u2265 ${low}` : high !== undefined ? `\u2264 ${high}` : "?";
}

function reading(claim) {
  const unit = unitOf(claim);
  return `${figuresOf(claim)}${unit && (unit === "%" ? "\u202f%" : ` ${unit}`)}`;
}

function shortOf(mention) {
  switch (mention.kind) {
    case "claims": return reading(mention);
    case "citations": return [word("doc", mention.doc_type), mention.symbol ?? mention.title ?? t("no_number")].join(" ");
    case "officials": return mention.name;
    case "dates": return when(mention.edtf);
    default: return mention.name;
  }
}

function detailOf(mention) {
  switch (mention.kind) {
    case "claims": return mention.measured ?? "";
    case "citations": return [mention.issuer, mention.signed && when(mention.signed)].filter(Boolean).join(", ");
    case "officials": return mention.role;
    case "dates": return word("date", mention.date_kind ?? "date");
    case "places": return mention.level ? word("level", mention.level) : "";
    default: return mention.level ? word("level", mention.level) : "";
  }
}

// The worst verdict over a claim; null where no check spoke of it.
function verdictOf(mention) {
  return DATA.verdicts.find((verdict) => mention.findings.some((finding) => finding.verdict === verdict)) ?? null;
}

function symbolOf(citation) {
  return citation.article.filed[citation.id] ?? citation.resolved_symbol ?? citation.symbol;
}

// What a mention is filtered by.
function facetsOf(mention) {
  const home = mention.article.homes[mention.place_id];
  return {
    verdict: verdictOf(mention) ?? "none",
    unit: mention.unit ?? "",
    place: home === undefined ? "" : DATA.provinces[home].place_id,
    documents: mention.kind === "citations" ? [symbolOf(mention)] : mention.under ?? [],
  };
}

function passes(mention) {
  if (state.hidden.has(mention.kind)) return false;
  const { verdict, unit, place, document: wanted } = state.filters;
  const facets = facetsOf(mention);
  if (verdict && (facets.verdict !== verdict || (verdict === "none" && mention.kind !== "claims"))) return false;
  if (unit && facets.unit !== unit) return false;
  if (place && facets.place !== place) return false;
  return !wanted || facets.documents.includes(wanted);
}

// ---- copying

function sourceLine(article) {
  const source = article.sources[0] ?? {};
  const name = article.title || DATA.articles[article.number].title;
  const date = article.published ?? article.updated ?? article.anchor;
  return [name, source.link ?? source.url ?? source.source_path, date && when(date)].filter(Boolean).join(", ");
}

// A mention as a quotation with its source, ready for a story or a mail.
function quotation(mention) {
  const parts = [`\u201c${mention.sentence_text.trim()}\u201d`, `\u2014 ${sourceLine(mention.article)}`];
  if (mention.kind === "claims") {
    const worst = verdictOf(mention);
    const working = mention.findings.find((finding) => finding.verdict === worst && finding.working)?.working;
    parts.push(`[${[reading(mention), worst && word("verdict", worst), working].filter(Boolean).join("; ")}]`);
  }
  return parts.join("\n");
}

async function copy(text, message) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // a page from disk may not have the clipboard: the old way works there
    const area = h("textarea", { class: "unseen", "aria-hidden": "true", tabindex: "-1" });
    area.value = text;
    document.body.append(area);
    const before = document.activeElement;
    area.select();
    document.execCommand("copy");
    area.remove();
    before?.focus({ preventScroll: true });
  }
  toast(message);
}

function toast(message) {
  document.querySelector(".toast")?.remove();
  const shown = h("div", { class: "toast" }, message);
  document.body.append(shown);
  say(message);
  setTimeout(() => shown.remove(), 2200);
}
