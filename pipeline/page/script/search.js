// Words are found whatever their marks and their case: a reader may have no Vietnamese keyboard.

const LETTERS_APART = { "\u0111": "d", "\u0142": "l", "\u00f8": "o", "\u0131": "i", "\u00df": "ss", "\u00e6": "ae", "\u0153": "oe" };

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\u0111\u0142\u00f8\u0131\u00df\u00e6\u0153]/g, (letter) => LETTERS_APART[letter]);
}

// The folded text and, for each of its units, the place in the text that it came from.
function foldedWithPlaces(text) {
  const places = [];
  let folded = "";
  let at = 0;
  for (const letter of text) {
    const bare = letter < "\u0080" ? letter.toLowerCase() : fold(letter);
    for (let unit = 0; unit < bare.length; unit += 1) places.push(at);
    folded += bare;
    at += letter.length;
  }
  places.push(text.length);
  return { folded, places };
}

// The words of a query as patterns: each stands at the beginning of a word.
function wordsWanted(query) {
  return fold(query).split(/\s+/).filter(Boolean).map((one) => beginning(one));
}

function beginning(folded, flags = "u") {
  return new RegExp(`(?<![\\p{L}\\p{N}])${folded.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+")}`, flags);
}

// Where a query stands in a text, as spans of the text.
function hitsIn(text, query) {
  const wanted = fold(query).trim();
  if (!wanted) return [];
  const { folded, places } = foldedWithPlaces(text);
  return [...folded.matchAll(beginning(wanted, "gu"))].map((match) => {
    let stop = match.index + match[0].length;
    while (stop < places.length - 1 && places[stop] === places[stop - 1]) stop += 1;
    return { start: places[match.index], stop: places[stop] };
  });
}

const FOLDED = new Map();

// Everything of an article that an index search looks at, folded once.
function searchable(number) {
  if (!FOLDED.has(number)) {
    const article = articleAt(number);
    FOLDED.set(number, fold(`${DATA.articles[number].title}\n${article.title}\n${article.text}\n${article.sources.map((source) => source.url ?? source.source_path).join("\n")}`));
  }
  return FOLDED.get(number);
}
