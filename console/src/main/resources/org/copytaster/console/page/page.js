// The page: routes what is chosen, searched and arriving to the list and the article.
import { ArticleList } from "./list.js";
import { ArticleView } from "./article.js";
import { DeskPanel } from "./desk.js";
import { HeldPanel } from "./held.js";
import { Reading } from "./reading.js";
import { RecallPanel } from "./recalls.js";
import { StatusStrip } from "./status.js";
import { Stream } from "./stream.js";
import { Session } from "./watch.js";
import { Wire } from "./wire.js";

const by = (id) => document.getElementById(id);
const trouble = (text) => {
  by("trouble").textContent = text;
  by("trouble").hidden = !text;
};

const session = new Session();
const list = new ArticleList(by("list"), choose);
const page = { more: by("more"), nothing: by("nothing"), notice: by("unconfirmed"), title: by("list-title"), trouble };
const wire = new Wire(list, session, page);
const view = new ArticleView(by("detail"), by("card"), { leave, entity: pickEntity });
const reading = new Reading(view, session);
const strip = new StatusStrip(by("status"), by("problems"), by("letters"), by("letters-body"));
const desk = new DeskPanel(by("desk"));
const heldPanel = new HeldPanel(by("held"));
const recalls = new RecallPanel(by("recalls"));
const stream = new Stream(hear);
const narrow = matchMedia("(max-width: 720px)");
let entity = "";
let wasLive = false;

/** Everything that is shown is asked for again. */
function again() {
  reading.ask();
  wire.ask().then(tell);
}

function hear(kind, data) {
  if (kind === "ready" || kind === "missed") {
    session.begin();
    again();
  } else if (kind === "down") {
    session.end();
  } else {
    session.beat();
    if (kind === "articles") arrived(JSON.parse(data));
  }
  tell();
}

function arrived(articles) {
  wire.arrived(articles);
  reading.arrived(articles);
  strip.soon();
}

/** Live is what has its list and a stream that leaves nothing out. */
function tell() {
  const live = session.live && wire.watch.followed;
  wasLive ||= live;
  const light = by("follow");
  const text = live ? "live" : wasLive ? "connecting again" : "connecting";
  if (light.textContent !== text) light.textContent = text;
  light.className = "follow " + (live ? "on" : wasLive ? "off" : "");
}

function look() {
  reading.watch.look();
  wire.watch.look();
  tell();
}

/** While the page is not looked at in this way nothing stands on it: it may come back much later. */
function pause() {
  stream.stop();
  session.end();
  reading.watch.cover();
  wire.watch.cover();
  tell();
}

function resume() {
  stream.start();
  again();
  strip.refresh();
}

const addressOf = (guid) => "#" + encodeURIComponent(guid);

function choose(guid) {
  if (location.hash !== addressOf(guid)) history.pushState(null, "", addressOf(guid));
  open(guid);
}

function open(guid) {
  list.select(guid);
  reading.choose(guid);
  document.body.classList.add("reading");
}

function leave() {
  if (location.hash) history.pushState(null, "", location.pathname + location.search);
  route();
}

/** Shows the article that the address names, and none if it names none. */
function route() {
  let guid;
  try {
    guid = decodeURIComponent(location.hash.slice(1));
  } catch {
    reading.leave();
    list.select(null);
    view.fail("its address is not written in UTF-8", route);
    return;
  }
  if (guid) {
    if (guid !== reading.guid) open(guid);
    else document.body.classList.add("reading");
  } else {
    reading.leave();
    list.select(null);
    document.body.classList.remove("reading");
  }
}

function find() {
  const search = {};
  for (const name of ["q", "from", "to"]) {
    const value = by(name).value.trim();
    if (value) search[name] = value;
  }
  if (entity) search.entity = entity;
  wire.find(search).then(tell);
}

function pickEntity(id, name) {
  entity = id;
  by("entity").hidden = !id;
  by("entity-name").textContent = name;
  if (narrow.matches) leave();
  find();
}

by("find").addEventListener("submit", (event) => {
  event.preventDefault();
  find();
});
by("q").addEventListener("search", () => by("find").requestSubmit());
by("from").addEventListener("change", () => by("find").requestSubmit());
by("to").addEventListener("change", () => by("find").requestSubmit());
by("entity-off").addEventListener("click", () => pickEntity("", ""));
by("more").addEventListener("click", () => wire.older());
by("desk-open").addEventListener("click", () => desk.open(reading.guid || ""));
by("held-open").addEventListener("click", () => heldPanel.open());
by("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address names the article, not a place on the page
  by("detail").focus();
});
window.addEventListener("popstate", route);
window.addEventListener("hashchange", route);
window.addEventListener("pagehide", pause);
window.addEventListener("pageshow", (event) => event.persisted && resume());
document.addEventListener("freeze", pause);
document.addEventListener("resume", resume);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  look();
  again();
  strip.refresh();
});
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j" || event.key === "k") {
    list.step(event.key === "j" ? 1 : -1);
  } else if (event.key === "/") {
    event.preventDefault();
    if (narrow.matches) leave();
    by("q").focus();
  } else if (event.key === "Escape" && narrow.matches) {
    leave();
  }
});

strip.start();
recalls.start();
stream.start();
wire.ask().then(tell);
route();
setInterval(look, 1000);
