// One article: its checks, its text with every mention marked, its facts, its pictures.

function articleView(article) {
  const line = DATA.articles[article.number];
  const source = article.sources[0] ?? {};
  const parts = {
    text: h("div", { class: "paper" }), list: h("div", { class: "list" }), close: h("div", { class: "closeup" }), tools: h("div", { class: "toolbar" }), found: h("p", { class: "found hint", role: "status" }),
  };
  const view = h("div", { class: "article" },
    h("div", { class: "column" },
      h("header", { class: "head" },
        h("p", { class: "kicker" }, kicker(article, source)),
        h("h1", { lang: article.language, dir: "auto" }, titleOf(article)),
        h("p", { class: "byline" }, article.byline && quoted(article.byline), article.byline && source.url && " \u00b7 ", source.url && outward(source.link ?? "", quoted(source.url))),
        verdictStrip(tally(article.findings)),
        versions(familyOf(article), article)),
      checksSection(article),
      h("section", { class: "reading", "aria-labelledby": "reading-title" }, h("h2", { id: "reading-title" }, t("article")), parts.tools, parts.found, parts.text),
      articlePictures(article, line)),
    h("aside", { class: "facts-side", "aria-label": t("facts") }, parts.close, parts.list));
  Object.assign(view, { article, parts, redraw: () => redrawArticle(view) });
  view.addEventListener("soat:query", view.redraw);
  view.addEventListener("click", chooseMark);
  view.redraw();
  return view;
}

// Language, date and file of an article.
function kicker(article, source) {
  const date = article.published ?? article.updated ?? article.anchor;
  const file = (source.source_path ?? "").split("/").pop();
  const parts = [languageName(article.language), date && when(date), file && quoted(source.source_line ? `${file}:${source.source_line}` : file)].filter(Boolean);
  return parts.flatMap((part, at) => (at ? [" \u00b7 ", part] : [part]));
}

// The title with the mentions that stand in it.
function titleOf(article) {
  if (!article.title) return quoted(DATA.articles[article.number].title);
  const mentions = [...article.mentions.values()].filter((mention) => mention.field === "title" && mention.kind === "claims");
  const marks = laned(mentions.map((mention) => ({ mention, start: mention.start, stop: mention.stop })));
  const box = paragraph(article.title, 0, article.title.length, marks, {});
  return h("bdi", {}, ...box.childNodes);
}

function redrawArticle(view) {
  const { article, parts } = view;
  const passing = [...article.mentions.values()].filter(passes);
  const hits = hitsIn(article.text, state.query);
  const wanted = fold(state.query).trim();
  const listed = wanted ? passing.filter((mention) => fold(`${mention.quote} ${shortOf(mention)} ${detailOf(mention)} ${mention.sentence_text}`).includes(wanted)) : passing;
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, article[kind].length]));
  const focused = document.activeElement?.dataset?.kind;
  parts.tools.replaceChildren(kindChips(counts, view.redraw), mentionFilters(article, view.redraw) ?? "");
  if (focused) parts.tools.querySelector(`[data-kind="${focused}"]`)?.focus({ preventScroll: true });
  parts.found.textContent = state.query ? t("n_hits", { n: hits.length }) : "";
  parts.text.replaceChildren(renderText(article, passing.filter((mention) => mention.field !== "title"), { hits }));
  parts.list.replaceChildren(h("h2", {}, t("facts")), factsList(listed));
  view.sequence = listed.filter((mention) => mention.kind === "claims" || state.hidden.has("claims")).sort((a, b) => (a.field === "title" ? -1 : a.start) - (b.field === "title" ? -1 : b.start));
  closeUp(view);
}

// Shows the chosen mention closely, and where it stands.
function closeUp(view) {
  const mention = state.selected && view.article.mentions.get(state.selected);
  view.parts.close.replaceChildren(...(mention ? [inspector(mention)] : []));
  for (const element of view.querySelectorAll(".chosen")) element.classList.remove("chosen");
  if (!mention) return;
  for (const element of view.querySelectorAll("[data-mention], [data-label], [data-fact]")) {
    const id = element.dataset.mention ?? element.dataset.label ?? element.dataset.fact;
    if (id === mention.id) element.classList.add("chosen");
  }
}

// A click on a mark chooses its shortest mention; another click the next one around it.
function chooseMark(event) {
  if (event.target.closest("a, button") || !window.getSelection().isCollapsed) return;
  const ids = [];
  for (let element = event.target.closest("[data-mention]"); element; element = element.parentElement.closest("[data-mention]")) ids.push(element.dataset.mention);
  if (ids.length) window.location.hash = linkTo(ids[(ids.indexOf(state.selected) + 1) % ids.length]);
}

function articlePictures(article, line) {
  const changes = article.claims.filter((claim) => claim.change_from !== undefined && claim.change_to !== undefined).map((claim) => ({ ...claim, label: quoted(claim.measured ?? unitOf(claim), article.language) }));
  const members = familyOf(article).map((one) => DATA.articles[one.number]);
  const shown = [changesPicture(changes), timeline(article.claims), mapPicture([line], null), documentsPicture(members)].filter(Boolean);
  return shown.length ? h("section", { class: "pictures", "aria-labelledby": "pictures-title" }, h("h2", { id: "pictures-title" }, t("pictures")), h("div", { class: "gallery" }, shown)) : null;
}
