// Dates in EDTF, as spans of days and as a reader writes them.

const DAY = 86400000;

// The first and last day (milliseconds) of an EDTF date or interval; null where it has none that can be drawn.
function spanOf(edtf) {
  const [first, second] = edtf.split("/");
  const from = edges(first);
  if (second === undefined) return from;
  const to = edges(second);
  if (from && to) return [from[0], to[1]];
  const one = from ?? to;
  return one && { open: from ? "end" : "start", 0: one[0], 1: one[1] };
}

function edges(date) {
  const match = /^(\d{3}[\dX])(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$/.exec(date ?? "");
  if (!match) return null;
  const [year, last] = [match[1].replace("X", "0"), match[1].replace("X", "9")].map(Number);
  const month = match[2] && Number(match[2]);
  if (month > 12) return null;
  const start = utc(year, month ? month - 1 : 0, match[3] ? Number(match[3]) : 1);
  if (match[3]) return [start, start];
  return [start, month ? utc(last, month, 0) : utc(last, 11, 31)];
}

function utc(year, month, day) {
  const date = new Date(Date.UTC(2000, month, day));
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

function when(edtf) {
  if (!edtf) return "";
  const [first, second] = edtf.split("/");
  if (second === undefined) return dateOf(first);
  if (first === "..") return t("until", { date: dateOf(second) });
  if (second === "..") return t("since", { date: dateOf(first) });
  return `${dateOf(first)} \u2013 ${dateOf(second)}`;
}

function dateOf(date) {
  const match = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  if (!match || Number(match[2]) > 12) return date;
  const [, year, month, day] = match;
  if (!month) return year === "XXXX" ? date : year;
  const parts = { timeZone: "UTC", month: "long", ...(day && { day: "numeric" }), ...(year !== "XXXX" && { year: "numeric" }) };
  const format = formatter(Object.keys(parts).join(), () => new Intl.DateTimeFormat(state.language === "en" ? "en-GB" : state.language, parts));
  return format.format(Date.UTC(year === "XXXX" ? 2000 : Number(year), month - 1, day ? Number(day) : 1));
}
