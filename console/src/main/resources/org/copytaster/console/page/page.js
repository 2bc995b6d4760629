// The page: routes what is chosen, searched and arriving to the list and the article.
import { ArticleList } from "./list.js";
import { ArticleView } from "./article.js";
import { StatusStrip } from "./status.js";

const by = (id) => document.getElementById(id);
const trouble = (text) => {
  by("trouble").textContent = text;
  by("trouble").hidden = !text;
};

const state = { q: "", entity: "", entityName: "", from: "", to: "" };
const searching = () => Boolean(state.q || state.entity || state.from || state.to);

async function ask(path) {
  const response = await fetch(path, { headers: { Accept: "application/json" } });
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.detail || body.title || `answer ${response.status}`);
  }
  return body;
}

const list = new ArticleList(by("list"), (guid) => choose(guid));
const view = new ArticleView(by("detail"), by("card"), pickEntity);
const strip = new StatusStrip(by("status"), by("letters"), by("letters-body"));
let next = null;
let asked = 0;

function query(after) {
  const parameters = new URLSearchParams();
  for (const name of ["q", "entity", "from", "to"]) {
    if (state[name]) parameters.set(name, state[name]);
  }
  parameters.set("order", searching() ? "created" : "arrived");
  if (after) parameters.set("after", after);
  return "/v1/articles?" + parameters;
}

async function find(after) {
  const mine = ++asked;
  try {
    const found = await ask(query(after));
    if (mine !== asked) return; // a newer question is under way
    if (after) list.append(found.articles);
    else list.replace(found.articles);
    next = found.next || null;
    by("more").hidden = !next;
    by("nothing").hidden = list.size > 0;
    by("list-title").textContent = searching() ? "Found" : "On the wire";
    trouble("");
  } catch (problem) {
    trouble(problem.message);
  }
}

async function choose(guid) {
  const hash = "#" + encodeURIComponent(guid);
  if (location.hash !== hash) {
    history.pushState(null, "", hash);
  }
  list.select(guid);
  try {
    view.show(await ask("/v1/articles/" + encodeURIComponent(guid)));
    document.body.classList.add("reading");
    trouble("");
  } catch (problem) {
    trouble(problem.message);
  }
}

function route() {
  const guid = decodeURIComponent(location.hash.slice(1));
  if (guid && guid !== "detail") {
    choose(guid);
  } else {
    document.body.classList.remove("reading");
  }
}

function pickEntity(id, name) {
  state.entity = id;
  state.entityName = name;
  by("entity").hidden = !id;
  by("entity-name").textContent = name;
  document.body.classList.remove("reading");
  find();
}

function follow() {
  const light = by("follow");
  const say = (kind, text) => {
    light.className = "follow " + kind;
    light.textContent = text;
  };
  const events = new EventSource("/v1/events");
  // What is asked for after "ready" is complete: events that follow leave nothing out.
  events.addEventListener("ready", () => {
    say("on", "live");
    find();
  });
  events.addEventListener("missed", () => find());
  events.addEventListener("articles", (event) => arrived(JSON.parse(event.data)));
  events.onerror = () => say("off", "connecting again");
}

function arrived(articles) {
  if (!searching()) {
    list.arrive(articles);
    by("nothing").hidden = list.size > 0;
  }
  if (articles.some((article) => article.guid === view.guid)) {
    ask("/v1/articles/" + encodeURIComponent(view.guid)).then(
      (article) => article.guid === view.guid && view.show(article),
      (problem) => trouble(problem.message),
    );
  }
  strip.soon();
}

by("find").addEventListener("submit", (event) => {
  event.preventDefault();
  for (const name of ["q", "from", "to"]) state[name] = by(name).value.trim();
  find();
});
by("q").addEventListener("search", () => by("find").requestSubmit());
by("from").addEventListener("change", () => by("find").requestSubmit());
by("to").addEventListener("change", () => by("find").requestSubmit());
by("entity-off").addEventListener("click", () => pickEntity("", ""));
by("more").addEventListener("click", () => find(next));
window.addEventListener("popstate", route);
window.addEventListener("hashchange", route);
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j" || event.key === "k") {
    list.step(event.key === "j" ? 1 : -1);
  } else if (event.key === "/") {
    event.preventDefault();
    document.body.classList.remove("reading");
    by("q").focus();
  } else if (event.key === "Escape") {
    document.body.classList.remove("reading");
  } else {
    return;
  }
});

strip.start(ask);
follow();
route();
