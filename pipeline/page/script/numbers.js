// Figures as the reader's language writes them.

const MADE = new Map();

// A formatter is costly to make and serves for ever.
function formatter(name, make) {
  const key = `${state.language} ${name}`;
  if (!MADE.has(key)) MADE.set(key, make());
  return MADE.get(key);
}

function separators() {
  return formatter("separators", () => {
    const parts = new Intl.NumberFormat(state.language, { useGrouping: true }).formatToParts(1234567.8);
    const group = parts.find((part) => part.type === "group")?.value ?? " ";
    return { group, point: parts.find((part) => part.type === "decimal").value };
  });
}

// An exact decimal, given as text or as a number, with its thousands parted.
function figure(value) {
  const exact = typeof value === "number" ? value.toLocaleString("en", { maximumFractionDigits: 20, useGrouping: false }) : String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(exact);
  if (!match) return exact;
  const { group, point } = separators();
  const whole = match[2].length > 4 ? match[2].replace(/\B(?=(\d{3})+$)/g, group) : match[2];
  const rest = (match[3] ?? "").replace(/0+$/, "");
  return (match[1] ? "\u2212" : "") + whole + (rest ? point + rest : "");
}

// The same, from a thousand million on with a scale word where that loses nothing.
function amount(value) {
  const number = Number(value);
  if (Number.isFinite(number) && Math.abs(number) >= 1e9) {
    const short = formatter("short", () => new Intl.NumberFormat(state.language, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 6 }));
    const digits = String(value).replace(/[.0]+$/, "").replace(/\D/g, "").length;
    if (digits <= 6) return short.format(number);
  }
  return figure(value);
}

function count(value) {
  return formatter("count", () => new Intl.NumberFormat(state.language)).format(value);
}

// A computed figure: shown with few digits, since it is ours and not the article's.
function rounded(value) {
  return new Intl.NumberFormat(state.language, { maximumSignificantDigits: 4, signDisplay: "exceptZero" }).format(value).replace("-", "\u2212");
}
