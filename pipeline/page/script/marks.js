// A text with its mentions marked. Marks may overlap or cross: the text is cut at every edge, and each piece is inside all marks that cover
// it, each mark with its own line under the words. The letters of the article stay as they are: labels are drawn by style alone.

const LONG = 60000;

// Gives each mark the lowest line that no overlapping mark has; of a group that overlaps, short marks get the lines nearest to the words.
function laned(marks) {
  marks.sort((a, b) => a.start - b.start || b.stop - a.stop);
  let from = 0;
  let reach = -1;
  marks.forEach((mark, at) => {
    if (mark.start >= reach) {
      stack(marks.slice(from, at));
      from = at;
    }
    reach = Math.max(reach, mark.stop);
  });
  stack(marks.slice(from));
  return marks;
}

function stack(group) {
  const lanes = [];
  for (const mark of group.sort((a, b) => a.stop - a.start - (b.stop - b.start) || a.start - b.start)) {
    let lane = 0;
    while (lanes[lane]?.some((other) => other.start < mark.stop && mark.start < other.stop)) lane += 1;
    (lanes[lane] ??= []).push(mark);
    mark.lane = lane;
  }
}

// Pieces of text[start:stop] with the marks that cover each, the outermost first.
function pieces(start, stop, marks) {
  const inside = marks.filter((mark) => mark.start < stop && start < mark.stop);
  if (!inside.length) return [{ start, stop, marks: [] }];
  const edges = new Set([start, stop]);
  for (const mark of inside) {
    edges.add(Math.max(start, mark.start));
    edges.add(Math.min(stop, mark.stop));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, at) => ({
    start: from,
    stop: sorted[at + 1],
    marks: inside.filter((mark) => mark.start <= from && from < mark.stop).sort((a, b) => b.lane - a.lane),
  }));
}

// The text as paragraphs of their blocks. `decorate(mention)` may add classes to a mention's marks.
function renderText(article, mentions, options = {}) {
  const hits = (options.hits ?? []).map((hit) => ({ ...hit, hit: true }));
  const marks = [...laned(mentions.map((mention) => ({ mention, start: mention.start, stop: mention.stop }))), ...laned(hits)];
  marks.sort((a, b) => a.start - b.start);
  const root = h("div", { class: article.text.length > LONG ? "text long" : "text", lang: article.language, dir: "auto" });
  const blocks = article.blocks?.length ? article.blocks : [["body", 0, article.text.length]];
  let next = 0;
  let open = [];
  for (const [kind, start, stop] of blocks) {
    const box = h("div", { class: `block ${kind}` });
    if (kind === "furniture" || kind === "caption") box.setAttribute("data-label", t(`block_${kind}`));
    let from = start;
    while (from < stop) {
      const end = article.text.indexOf("\n", from);
      const to = end < 0 || end >= stop ? stop : end + 1;
      open = open.filter((mark) => mark.stop > from);
      while (next < marks.length && marks[next].start < to) open.push(marks[next++]);
      box.append(paragraph(article.text, from, to, open, options));
      from = to;
    }
    root.append(box);
  }
  return root;
}

function paragraph(text, start, stop, marks, options) {
  const own = text.slice(start, stop);
  // where no spaces would fall together, lines may lose the space at their end, and marks end with their words
  const element = h("p", { class: own.trim() ? (/ {2}|^ |\t/.test(own) ? "spaced" : null) : "blank" });
  for (const piece of pieces(start, stop, marks)) {
    let inner = element;
    for (const mark of piece.marks) {
      const span = h("span", { class: mark.hit ? "hit" : marking(mark) });
      if (mark.mention) span.dataset.mention = mark.mention.id;
      inner.append(span);
      inner = span;
    }
    spell(inner, text.slice(piece.start, piece.stop));
    for (const mark of piece.marks) {
      if (mark.mention && mark.stop === piece.stop) element.append(label(mark.mention, options));
    }
  }
  return element;
}

function marking(mark) {
  const verdict = verdictOf(mark.mention);
  return ["mark", mark.mention.kind, `lane${Math.min(mark.lane, 4)}`, verdict].filter(Boolean).join(" ");
}

const SIGNS = { conflicts: "\u00d7", suspect: "!", agrees: "\u2713", uncheckable: "" };

// The raised label behind a mark: a link to the mention. It holds no text of its own, so that a copied article is the article.
function label(mention, options) {
  const verdict = verdictOf(mention);
  const sign = SIGNS[verdict] ?? "";
  const said = [`${word("kind", mention.kind)} ${mention.tag}: ${shortOf(mention)}`, verdict && word("verdict", verdict)].filter(Boolean).join("; ");
  return h("a", {
    class: ["tag", mention.kind, verdict, options.alone?.has(mention.id) && "alone"].filter(Boolean).join(" "), href: linkTo(mention.id), "aria-label": said,
    "data-tag": `${mention.tag}${sign}`, "data-label": mention.id,
  });
}

// A sentence with the mentions of it that are spoken of marked; all are of one sentence. `doubtful` is the id of the one that is doubted.
function sentenceOf(mentions, doubtful = null, verdict = "") {
  const [{ article, sentence, field, sentence_text: text }] = mentions;
  const box = h("bdi", { lang: article.language });
  if (!sentence) {
    spell(box, text);
    return box;
  }
  const whole = field === "title" ? article.title : article.text;
  const [start, stop] = [sentence[0] + text.length - text.trimStart().length, sentence[1] - (text.length - text.trimEnd().length)];
  const marks = laned(mentions.map((mention) => ({ mention, start: mention.start, stop: mention.stop })));
  for (const piece of pieces(start, stop, marks)) {
    let inner = box;
    for (const mark of piece.marks) {
      const one = h("mark", { class: `mark ${mark.mention.kind} lane${Math.min(mark.lane, 4)} ${mark.mention.id === doubtful ? verdict : ""}` });
      inner.append(one);
      inner = one;
    }
    spell(inner, whole.slice(piece.start, piece.stop));
  }
  return box;
}
