// The data of the page, elements, words and what is chosen. Nothing here or below writes HTML: every text becomes a text node.

const DATA = JSON.parse(document.getElementById("data").textContent);
const BLOCKS = document.querySelectorAll("script[data-article]");
const LANGUAGES = Object.keys(DATA.strings);
const KINDS = ["claims", "citations", "officials", "dates", "places", "organisations"];
const LETTERS = { claims: "", citations: "D", officials: "O", dates: "T", places: "P", organisations: "G" };
const FAILING = ["conflicts", "suspect"];

const state = {
  language: "en",
  theme: "",
  query: "",
  hidden: new Set(),
  filters: { verdict: "", unit: "", language: "", place: "", document: "" },
  sort: "failing",
  selected: null,
  view: null,
};

function remembered(key) {
  try { return window.localStorage.getItem(`soat.${key}`); } catch { return null; }
}

function remember(key, value) {
  try { window.localStorage.setItem(`soat.${key}`, value); } catch { /* a page from disk may have no storage */ }
}

// ---- words

// The word or sentence of a key; `{n}` and other names in braces are filled in, and `n` chooses the plural form.
function t(key, values = {}) {
  let found = DATA.strings[state.language][key] ?? DATA.strings.en[key] ?? key;
  if (typeof found === "object") {
    found = found[formatter("plural", () => new Intl.PluralRules(state.language)).select(values.n)] ?? found.other;
  }
  return found.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? (typeof values[name] === "number" ? count(values[name]) : values[name]) : whole));
}

// A word of an enumeration; one that the interface does not know is shown as it is, spaced.
function word(group, value) {
  const key = `${group}_${value}`;
  return DATA.strings.en[key] === undefined ? String(value).replace(/_/g, " ") : t(key);
}

function languageName(code) {
  try { return formatter("languages", () => new Intl.DisplayNames([state.language], { type: "language" })).of(code); } catch { return code; }
}

// ---- elements

const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;
const ACTING_PARTS = new RegExp(`(${ACTING.source})`);

function codeOf(letter) {
  return `U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

// Text for places that hold plain text alone (titles of elements, pictures): what could act is written as its code.
function plain(text) {
  return String(text).split(ACTING_PARTS).map((part, at) => (at % 2 ? `[${codeOf(part)}]` : part)).join("");
}

// Adds a text to an element, letter by letter as it is; a character that could hide or turn others stands alone and is shown by its code.
function spell(parent, text) {
  if (!ACTING.test(text)) {
    parent.append(text);
    return;
  }
  text.split(ACTING_PARTS).forEach((part, at) => {
    if (at % 2) {
      const alone = document.createElement("span");
      alone.className = "acting";
      alone.dataset.code = codeOf(part);
      alone.textContent = part;
      parent.append(alone);
    } else if (part) {
      parent.append(part);
    }
  });
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : plain(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    if (child instanceof Node) element.append(child);
    else spell(element, String(child));
  }
  return element;
}

// An element of the page: h("p", {class: "note", click: handler}, "text", other)
function h(tag, properties, ...children) {
  return fill(document.createElement(tag), properties, children);
}

// An element of a picture.
function s(tag, properties, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children.flat(Infinity).map((child) => (child instanceof Node ? child : child && plain(child))));
}

// A text of the article or its source, kept apart from the direction of what stands beside it.
function quoted(text, language) {
  return h("bdi", { lang: language }, text);
}

function button(label, action, properties = {}) {
  return h("button", { type: "button", click: action, ...properties }, label);
}

function say(message) {
  const live = document.getElementById("live");
  live.textContent = "";
  live.textContent = message;
}

// A link that leads into the web; whatever is no address of the web stays a text.
function outward(address, ...children) {
  let url = null;
  try { url = new URL(address); } catch { /* no address */ }
  const safe = url && (url.protocol === "https:" || url.protocol === "http:");
  return safe ? h("a", { href: url.href, rel: "noopener noreferrer external", class: "outward" }, ...children) : h("span", {}, ...children);
}

function linkTo(id) {
  return `#${encodeURIComponent(id)}`;
}

const ICONS = {
  conflicts: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.2 9.1-1.1 1.1L8 9.1l-2.1 2.1-1.1-1.1L6.9 8 4.8 5.900 5.900 4.800 8 6.900l2.100-2.100 1.100 1.100L9.100 8Z",
  suspect: "M8 1.200.6 14.300h14.800ZM7.200 6h1.600v4.400H7.200Zm0 5.400h1.600V13H7.200Z",
  uncheckable: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11ZM4.800 7.200h6.400v1.600H4.800Z",
  agrees: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11Zm2.700 2.700L7 9 5.300 7.300 4.200 8.400 7 11.200l4.800-4.900Z",
};

function icon(verdict) {
  return s("svg", { class: `icon ${verdict}`, viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, s("path", { d: ICONS[verdict] ?? ICONS.uncheckable, "fill-rule": "evenodd" }));
}

// ---- articles: each is read when it is first looked at

const NUMBERS = new Map(DATA.articles.map((line, number) => [line.id, number]));
const READ = new Map();

function articleAt(number) {
  if (!READ.has(number)) READ.set(number, prepared(JSON.parse(BLOCKS[number].textContent), number));
  return READ.get(number);
}

function articleOf(id) {
  return NUMBERS.has(id) ? articleAt(NUMBERS.get(id)) : null;
}

// Lists that the data leaves out when they are empty are there, and every mention knows its kind, its number and its own words.
function prepared(article, number) {
  article.number = number;
  article.title ??= "";
  for (const name of [...KINDS, "findings", "sources"]) article[name] ??= [];
  article.elsewhere ??= {};
  article.homes ??= {};
  article.filed ??= {};
  article.mentions = new Map();
  for (const kind of KINDS) {
    article[kind].forEach((mention, at) => {
      const field = mention.field === "title" ? article.title : article.text;
      Object.assign(mention, { kind, article, tag: `${LETTERS[kind]}${at + 1}`, quote: field.slice(mention.start, mention.stop) });
      mention.sentence_text ??= field.slice(...mention.sentence);
      mention.findings = [];
      article.mentions.set(mention.id, mention);
    });
  }
  for (const finding of article.findings) {
    finding.claims ??= [];
    finding.articles ??= [];
    for (const id of [...finding.claims, ...(finding.mentions ?? [])]) article.mentions.get(id)?.findings.push(finding);
  }
  return article;
}

// The mention or finding of an id, whichever article it stands in.
function lookUp(id) {
  const inside = (article) => article.mentions.get(id) ?? article.findings.find((finding) => finding.id === id);
  for (let number = 0; number < BLOCKS.length; number += 1) {
    if (!READ.has(number) && /^\w+$/.test(id) && !BLOCKS[number].textContent.includes(`"id":"${id}"`)) continue;
    const found = inside(articleAt(number));
    if (found) return { found, article: articleAt(number) };
  }
  return null;
}

function familyOf(article) {
  const family = DATA.articles[article.number].family;
  return family === undefined ? [article] : membersOf(family);
}

// The versions of a story, the original first.
function membersOf(family) {
  const numbers = DATA.articles.flatMap((line, number) => (line.family === family ? [number] : []));
  return numbers.map(articleAt).sort((a, b) => rank(DATA.articles[a.number]) - rank(DATA.articles[b.number]));
}

function rank(line) {
  return line.role === "original" ? 0 : line.language === "vi" ? 1 : 2;
}
