// Pictures where looking beats reading. Each has its words beside it, so that nothing is told by the drawing alone.

function picture(title, note, ...content) {
  return h("figure", { class: "picture" }, h("figcaption", {}, h("h3", {}, title), note && h("p", { class: "hint" }, note)), ...content);
}

// From-to bars: the outlined bar is what was, the solid one what is; each pair has its own scale.
function bars(changes) {
  const rows = changes.map((claim) => {
    const top = Math.max(Math.abs(claim.change_from), Math.abs(claim.change_to)) || 1;
    const [from, to] = [claim.change_from, claim.change_to].map((value) => Math.max(1, (200 * Math.abs(value)) / top));
    const said = `${amount(claim.change_from)} \u2192 ${amount(claim.change_to)}`;
    return h("li", {},
      claim.label && h("a", { href: linkTo(claim.id) }, claim.label),
      s("svg", { class: "bars", viewBox: "0 0 290 34", role: "img", "aria-label": said },
        s("rect", { class: "was", x: 1, y: 3, width: from, height: 11 }), s("text", { x: from + 7, y: 13 }, amount(claim.change_from)),
        s("rect", { class: "is", x: 1, y: 20, width: to, height: 11 }), s("text", { class: "strong", x: to + 7, y: 30 }, amount(claim.change_to))));
  });
  return h("ul", { class: "changes" }, rows);
}

function changesPicture(changes) {
  return changes.length ? picture(t("picture_changes"), t("picture_changes_note"), bars(changes)) : null;
}

// ---- timeline

const WIDE = 720;

// Claims on a line of time: a dot for a day, a bar for a period; an arrow where one end is open.
function timeline(claims) {
  const dated = claims.flatMap((claim) => {
    const span = claim.period && spanOf(claim.period);
    return span ? [{ claim, span }] : [];
  }).sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  if (dated.length < 2) return null;
  const { low, high, x } = scale(dated.map((one) => one.span));
  const rows = [];
  for (const one of dated) {
    const [left, right] = [x(one.span[0]), Math.max(x(one.span[1]), x(one.span[0]) + 7)];
    let row = rows.findIndex((end) => end + 5 <= left);
    if (row < 0) row = rows.push(0) - 1;
    rows[row] = right;
    Object.assign(one, { left, right, row });
  }
  const tall = rows.length * 13 + 34;
  const drawing = s("svg", { class: "timeline", viewBox: `0 0 ${WIDE} ${tall}`, role: "group", "aria-label": t("picture_times") },
    ticks(low, high).map((tick) => [s("line", { class: "tick", x1: x(tick.at), x2: x(tick.at), y1: 4, y2: tall - 20 }), s("text", { x: x(tick.at), y: tall - 6, class: tick.at === low ? "" : "middle" }, tick.label)]).flat(),
    dated.map(({ claim, span, left, right, row }) => {
      const said = `${when(claim.period)}: ${reading(claim)}${claim.measured ? `, ${claim.measured}` : ""}`;
      const y = 10 + row * 13;
      return s("a", { href: linkTo(claim.id), "aria-label": said, class: `moment ${verdictOf(claim) ?? ""}` },
        s("title", {}, said),
        right - left <= 8 ? s("circle", { cx: left + 3.5, cy: y, r: 4.5 }) : s("rect", { x: left, y: y - 4, width: right - left, height: 8, rx: 4, class: span.open ? "open" : "" }));
    }));
  return picture(t("picture_times"), t("n_dated", { n: dated.length }), h("div", { class: "scroll" }, drawing));
}

function scale(spans) {
  const starts = spans.map((span) => span[0]).sort((a, b) => a - b);
  const stops = spans.map((span) => span[1]).sort((a, b) => a - b);
  let [low, high] = [starts[0], stops[stops.length - 1]];
  if (high - low < 40 * DAY) [low, high] = [low - 20 * DAY, high + 20 * DAY];
  return { low, high, x: (time) => 14 + ((time - low) / (high - low)) * (WIDE - 34) };
}

// Readable ticks: years, or months where the span is short.
function ticks(low, high) {
  const years = (high - low) / (365.25 * DAY);
  const found = [];
  const first = new Date(low);
  if (years > 2.5) {
    const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((one) => years / one <= 9) ?? 1000;
    for (let year = Math.ceil(first.getUTCFullYear() / step) * step; utc(year, 0, 1) <= high; year += step) if (utc(year, 0, 1) >= low) found.push({ at: utc(year, 0, 1), label: String(year) });
  } else {
    const step = [1, 2, 3, 6].find((one) => (years * 12) / one <= 8) ?? 6;
    const label = new Intl.DateTimeFormat(state.language, { timeZone: "UTC", month: "short", year: "2-digit" });
    for (let month = Math.ceil(first.getUTCMonth() / step) * step; utc(first.getUTCFullYear(), month, 1) <= high; month += step) {
      const at = utc(first.getUTCFullYear(), month, 1);
      if (at >= low) found.push({ at, label: label.format(at) });
    }
  }
  return found;
}

// How many claims of a whole run speak of each year or month.
function histogram(periods) {
  const dated = periods.map(([period, n]) => ({ span: spanOf(period), n })).filter((one) => one.span && !one.span.open);
  if (dated.length < 2) return null;
  const sorted = dated.flatMap((one) => Array(Math.min(one.n, 50)).fill(one.span[0])).sort((a, b) => a - b);
  // the few that lie far back would press the rest into one bar
  const low = sorted[Math.floor(sorted.length * 0.02)];
  const high = Math.max(...dated.map((one) => one.span[0]).filter((start) => start <= sorted[Math.ceil(sorted.length * 0.98) - 1]));
  const monthly = (high - low) / (30 * DAY) <= 60;
  const key = (time) => { const date = new Date(time); return monthly ? date.getUTCFullYear() * 12 + date.getUTCMonth() : date.getUTCFullYear(); };
  const bins = new Map();
  let outside = 0;
  for (const { span, n } of dated) {
    if (span[0] < low || span[0] > high || (monthly && span[1] - span[0] > 40 * DAY)) outside += n;
    else bins.set(key(span[0]), (bins.get(key(span[0])) ?? 0) + n);
  }
  const [first, last] = [key(low), key(high)];
  const top = Math.max(1, ...bins.values());
  const width = (WIDE - 30) / (last - first + 1);
  const label = monthly ? new Intl.DateTimeFormat(state.language, { timeZone: "UTC", month: "short", year: "2-digit" }) : null;
  const nameOf = (bin) => (monthly ? label.format(utc(Math.floor(bin / 12), bin % 12, 1)) : String(bin));
  const step = Math.max(1, Math.ceil((last - first + 1) / 9));
  const drawing = s("svg", { class: "timeline", viewBox: `0 0 ${WIDE} 130`, role: "img", "aria-label": t("picture_times") });
  for (let bin = first; bin <= last; bin += 1) {
    const tall = (92 * (bins.get(bin) ?? 0)) / top;
    const x = 14 + (bin - first) * width;
    if (tall) drawing.append(s("rect", { class: "bin", x: x + width * 0.1, y: 104 - tall, width: Math.max(1, width * 0.8), height: tall }, s("title", {}, `${nameOf(bin)}: ${count(bins.get(bin))}`)));
    if ((bin - first) % step === 0) drawing.append(s("text", { x: x + width / 2, y: 122, class: "middle" }, nameOf(bin)));
  }
  drawing.append(s("line", { class: "axis", x1: 14, x2: WIDE - 14, y1: 104, y2: 104 }), s("text", { x: 14, y: 10 }, count(top)));
  return picture(t("picture_times"), outside ? t("n_outside", { n: outside }) : "", h("div", { class: "scroll" }, drawing));
}

// ---- documents

// Which articles cite which documents: a row a document, a column an article; with many articles, a bar a document.
// `chosen(symbol)` is called when a document is chosen out of those of a run.
function documentsPicture(lines, chosen) {
  const cited = new Map();
  lines.forEach((line, column) => line.documents.forEach((number) => cited.set(number, [...(cited.get(number) ?? []), column])));
  const rows = [...cited].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).slice(0, 30);
  if (!rows.length) return null;
  const matrix = lines.length > 1 && lines.length <= 30;
  const left = 190;
  const columns = lines.map((line, column) => ({ line, column })).filter(({ column }) => rows.some(([, its]) => its.includes(column)));
  const wide = matrix ? left + columns.length * 22 + 12 : WIDE;
  const top = matrix ? 26 : 4;
  const most = rows[0][1].length;
  const drawing = s("svg", { class: "documents", viewBox: `0 0 ${wide} ${rows.length * 22 + top + 4}`, role: "group", "aria-label": t("picture_documents") });
  if (matrix) drawing.style.width = `${wide}px`;
  if (matrix) columns.forEach(({ line }, at) => drawing.append(s("text", { class: "middle head", x: left + at * 22 + 11, y: 14 }, line.language, s("title", {}, line.title))));
  rows.forEach(([number, its], at) => {
    const y = top + at * 22 + 11;
    const symbol = DATA.documents[number];
    const name = s("text", { class: "end", x: left - 12, y: y + 4 }, symbol.length > 26 ? `${symbol.slice(0, 25)}\u2026` : symbol, s("title", {}, symbol));
    drawing.append(s("line", { class: "row", x1: left - 6, x2: wide - 8, y1: y, y2: y }), chosen ? s("a", { href: "#all", click: () => chosen(symbol), "aria-label": symbol }, name) : name);
    if (matrix) {
      columns.forEach(({ line, column }, place) => {
        if (its.includes(column)) drawing.append(s("a", { href: linkTo(line.id), "aria-label": `${symbol}: ${line.title}` }, s("circle", { cx: left + place * 22 + 11, cy: y, r: 6 }, s("title", {}, `${symbol}: ${line.title}`))));
      });
    } else {
      const width = Math.max(2, ((wide - left - 60) * its.length) / most);
      drawing.append(s("rect", { class: "bin", x: left, y: y - 6, width, height: 12 }), s("text", { x: left + width + 6, y: y + 4 }, count(its.length)));
    }
  });
  return picture(t("picture_documents"), cited.size > rows.length ? t("first_of", { n: rows.length, all: cited.size }) : t("n_documents", { n: cited.size }), h("div", { class: `scroll ${matrix ? "matrix" : ""}` }, drawing));
}
