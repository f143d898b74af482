// The map: every commune of today as a speck, which draws the country, and a dot for each province that is spoken of.

const MAP = { west: 102, north: 23.5, across: 0.97, tall: 560, degree: 37 };

function dotAt(latitude, longitude) {
  return [(longitude - MAP.west) * MAP.across * MAP.degree, (MAP.north - latitude) * MAP.degree];
}

function specks() {
  let path = "";
  for (let at = 0; at + 8 <= DATA.dust.length; at += 8) {
    const [x, y] = dotAt(parseInt(DATA.dust.slice(at, at + 4), 16) / 50, parseInt(DATA.dust.slice(at + 4, at + 8), 16) / 50);
    path += `M${x.toFixed(1)} ${y.toFixed(1)}h0`;
  }
  return path;
}

// The provinces of some articles' lines, the most spoken of first.
function provincesOf(lines) {
  const counts = new Map();
  for (const line of lines) for (const number of line.places) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].map(([number, n]) => ({ ...DATA.provinces[number], number, n })).sort((a, b) => b.n - a.n || a.name.localeCompare(b.name, "vi"));
}

function onMap(place) {
  if (place.latitude === null || place.longitude === null) return false;
  const [x, y] = dotAt(place.latitude, place.longitude);
  return x > 0 && x < 300 && y > 0 && y < MAP.tall;
}

// `chosen(place)` is called when a dot is chosen; with one article the dots are only shown.
function mapPicture(lines, chosen) {
  const places = provincesOf(lines);
  const drawn = places.filter(onMap);
  if (!drawn.length) return null;
  const most = Math.max(...drawn.map((place) => place.n));
  const drawing = s("svg", { class: "map", viewBox: `-4 -6 350 ${MAP.tall + 6}`, role: "group", "aria-label": t("picture_places") }, DATA.dust && s("path", { class: "dust", d: specks() }));
  const taken = [];
  for (const place of drawn) {
    const [x, y] = dotAt(place.latitude, place.longitude);
    const radius = 4 + 7 * Math.sqrt(place.n / most) * (most > 1 ? 1 : 0.4);
    const said = `${place.name}${place.valid_to ? ` (${t("until", { date: place.valid_to.slice(0, 4) })})` : ""}: ${t("n_articles", { n: place.n })}`;
    const dot = s("g", { class: `place ${place.valid_to ? "old" : ""}` }, s("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1) }), s("title", {}, said));
    const label = { x: x + radius + 4, y: y + 4, wide: place.name.length * 8 };
    const covers = ([across, down]) => across > label.x - 4 && across < label.x + label.wide && Math.abs(down - label.y + 4) < 11;
    if (taken.length < 14 && !drawn.some((other) => covers(dotAt(other.latitude, other.longitude))) && !taken.some((other) => Math.abs(other.y - label.y) < 15 && label.x < other.x + other.wide && other.x < label.x + label.wide)) {
      taken.push(label);
      dot.append(s("text", { x: label.x.toFixed(1), y: label.y.toFixed(1) }, place.name));
    }
    if (chosen) fill(dot, { tabindex: 0, role: "button", "aria-label": said, click: () => chosen(place), keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); chosen(place); } } }, []);
    drawing.append(dot);
  }
  const list = h("ul", { class: "place-list" }, places.slice(0, 40).map((place) => h("li", { class: place.valid_to ? "old" : "" }, quoted(place.name, "vi"), lines.length > 1 && h("small", {}, " ", count(place.n)))));
  return picture(t("picture_places"), places.some((place) => place.valid_to) ? t("old_places") : "", h("div", { class: "mapped" }, drawing, list));
}
