// One article: its facts, its text with marks, whom it names and the dates it speaks of.
import { badges, element, exactly, exactTime, titled } from "./list.js";
import { chain, instead } from "./chain.js";
import { Changes } from "./changes.js";
import { pieces, spans, stretches } from "./marks.js";
import { address, ledger, mended, picture } from "./origin.js";
import { recalled } from "./recalls.js";
import { named, percent, told, unsure, ZoneLegend } from "./zones.js";

const TYPES = { PER: "Person", ORG: "Organisation", LOC: "Place", MISC: "Other" };
const HOVERED = "mark, .label";

export class ArticleView {
  /** @param on what a reader does: `leave()` the article, or pick an `entity(id, name)` */
  constructor(root, card, on) {
    this.root = root;
    this.card = card;
    this.leave = on.leave;
    this.pickEntity = on.entity;
    this.shown = "";
    this.hint = root.firstElementChild;
    this.legend = new ZoneLegend(() => this.hideZones());
    root.addEventListener("mouseover", (event) => this.hover(event.target.closest(HOVERED)));
    root.addEventListener("mouseleave", () => this.hover(null));
    root.addEventListener("focusin", (event) => this.hover(event.target.closest(HOVERED)));
    root.addEventListener("click", (event) => this.hover(event.target.closest(HOVERED)));
    // Focus that moves off the screen scrolls it in, and must keep its card.
    root.addEventListener("scroll", () => this.hover(root.querySelector(":is(mark, .label):focus")), { passive: true });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.hover(null));
  }

  /** Shows an article; the same one again leaves focus and selection alone. */
  show(article) {
    const text = JSON.stringify(article);
    if (text === this.shown) return;
    const same = this.guid === article.guid;
    const top = same ? this.covered ?? this.root.scrollTop : 0;
    const open = same && this.changes?.node.open === true;
    this.empty();
    this.shown = text;
    this.guid = article.guid;
    this.spans = spans(article);
    this.stretches = stretches(article.text || "", article.zones);
    this.zones = [...this.stretches];
    this.root.replaceChildren(this.head(article));
    [this.changes] = Changes.of(article, open);
    const main = element("div", "main");
    if (article.text) main.append(this.copy(article));
    if (this.changes) main.append(this.changes.node);
    this.root.append(main, this.aside(article));
    this.hideZones();
    document.title = (article.headline || article.slugline || "Copytaster") + " – Copytaster";
    this.root.scrollTop = top;
  }

  /** Takes all of an article off the page, its title and its card too. */
  empty(...instead) {
    this.hover(null);
    this.shown = "";
    this.covered = undefined;
    this.spans = this.stretches = this.zones = [];
    this.root.replaceChildren(...instead);
    document.title = "Copytaster";
  }

  /** Nothing is chosen. */
  clear() {
    this.guid = null;
    this.empty(this.hint);
  }

  /** Another article is on its way. */
  wait() {
    this.guid = null;
    this.empty(element("p", "hint waiting", "Loading …"));
    this.root.scrollTop = 0;
  }

  /** What was chosen cannot be had. */
  fail(why, again) {
    const button = element("button", "again", "Try again");
    button.type = "button";
    button.addEventListener("click", again);
    this.guid = null;
    this.empty(this.notice("This article cannot be shown", why + ".", this.back(), button));
  }

  /** Nobody can say whether what stands here may still stand here. */
  cover(since) {
    if (this.covered !== undefined || !this.shown) return;
    const top = this.root.scrollTop;
    const what = `This article cannot be confirmed since ${exactTime(since)}`;
    this.empty(this.notice(what, "It may have been killed or withheld meanwhile. It comes back once the console confirms it.", this.back()));
    this.covered = top;
  }

  notice(title, text, ...more) {
    const notice = element("div", "notice");
    notice.setAttribute("role", "status");
    notice.append(element("h2", "", title), element("p", "", text), ...more);
    return notice;
  }

  back() {
    const back = element("button", "", "← All articles");
    back.id = "back";
    back.type = "button";
    back.addEventListener("click", () => this.leave());
    return back;
  }

  head(article) {
    const head = element("div", "head");
    head.append(this.back());
    const marks = element("div");
    marks.className = "badges";
    marks.append(...badges(article), ...mended(article));
    const killed = article.pubStatus === "CANCELED";
    head.append(marks, killed ? element("h2", "", "Killed") : this.headline(article));
    head.append(this.facts(article));
    if (killed) head.append(element("p", "note kill", `${article.killReason} (versions up to ${article.killedVersion})`));
    if (article.pubStatus === "WITHHELD") head.append(element("p", "note", "Withheld by its source; nothing of it is shown until a newer version is usable."));
    head.append(...instead(article));
    if (article.edNote) head.append(element("p", "note", article.edNote));
    head.append(recalled(article.guid));
    if (article.text) head.append(this.legend.node(this.zones));
    return head;
  }

  /** The headline with its marks where the text begins with it: it is not shown twice. */
  headline(article) {
    const title = element("h2");
    const first = this.stretches[0];
    const inText = first && first.zone === "HEADLINE" && article.text.slice(first.begin, first.end).trim() === (article.headline || "").trim();
    if (inText) {
      this.stretches.shift();
      title.dataset.zone = first.zone;
      title.append(...this.marked(article.text, first));
    } else {
      title.textContent = titled(article);
    }
    return title;
  }

  marked(text, stretch) {
    return pieces(stretch.begin, stretch.end, this.spans).map((piece) => this.piece(text, piece));
  }

  facts(article) {
    const facts = element("p", "facts");
    const add = (text, title) => {
      if (!text) return;
      const fact = element("span", "", text);
      if (title) fact.title = title;
      facts.append(fact);
    };
    add(article.source, "Source");
    if (!this.stretches.some((stretch) => stretch.zone === "BYLINE")) add(article.byline, "Byline");
    add(article.creditline, "Credit line");
    add(article.slugline, "Slugline");
    add("version " + article.version);
    if (article.urgency) add("urgency " + article.urgency);
    const sure = article.languageConfidence;
    add(article.language && article.language + (sure === undefined ? "" : `, ${percent(sure)} sure`), "Language");
    if (article.versionCreated) add("created " + exactly(article.versionCreated));
    add("received " + exactly(article.receivedAt));
    if (article.dct) add("dates count from " + article.dct.value, "Document creation time, by " + article.dct.method);
    else if (article.text) add("no creation time", "Relative dates stay unresolved");
    add(article.guid, "guid");
    if (article.url) {
      const link = address(article.url);
      link.title = "Where the source publishes it";
      facts.append(link);
    }
    return facts;
  }

  copy(article) {
    const copy = element("div", "copy");
    copy.lang = article.language || "";
    for (const stretch of this.stretches) {
      const zone = element("div", "zone" + (unsure(stretch) ? " unsure" : ""));
      zone.dataset.zone = stretch.zone;
      zone.append(this.label(stretch), ...this.marked(article.text, stretch));
      copy.append(zone);
    }
    return copy;
  }

  /** Says which zone a stretch is; how sure that is stands in the card. */
  label(stretch) {
    const doubt = unsure(stretch) ? `? ${percent(stretch.confidence)}` : "";
    const label = element("span", "label", named(stretch.zone) + doubt);
    label.tabIndex = 0;
    label.lang = "en";
    label.setAttribute("role", "note");
    label.setAttribute("aria-label", told(stretch));
    label.stretch = stretch;
    return label;
  }

  hideZones() {
    for (const node of this.root.querySelectorAll(".copy .zone, h2[data-zone]")) {
      node.hidden = this.legend.isHidden(node.dataset.zone);
    }
  }

  piece(text, piece) {
    const shown = text.slice(piece.begin, piece.end);
    if (!piece.spans.length) return document.createTextNode(shown);
    const mark = element("mark", "", shown);
    mark.tabIndex = 0;
    mark.covering = piece.spans;
    for (const span of piece.spans) {
      if (span.entity) {
        mark.classList.add("entity");
        mark.dataset.type = span.mention.type || span.entity.type;
        mark.dataset.entity = span.index;
      } else {
        mark.classList.add("timex");
        mark.classList.toggle("unresolved", !span.timex.value);
        mark.dataset.timex = span.index;
      }
    }
    return mark;
  }

  aside(article) {
    const aside = element("aside");
    aside.append(...picture(article));
    const entities = (article.entities || []).map((entity, index) => ({ entity, index }));
    entities.sort((a, b) => b.entity.salience - a.entity.salience);
    if (entities.length) {
      aside.append(element("h3", "", "Names"));
      aside.append(this.listOf(entities.map(({ entity, index }) => this.who(entity, index))));
    }
    if ((article.timexes || []).length) {
      aside.append(element("h3", "", "Dates"));
      aside.append(this.listOf(article.timexes.map((timex, index) => this.whenSaid(timex, index))));
    }
    if (article.tagsLeftOut) {
      aside.append(element("p", "left-out", `${article.tagsLeftOut.toLocaleString("en")} more tags are not shown.`));
    }
    aside.append(...chain(article));
    aside.append(...this.life(article.life));
    aside.append(...ledger(article));
    aside.append(element("h3", "", "Versions"));
    const versions = this.listOf((article.versions || []).map((version) => this.version(version)));
    versions.className = "versions";
    aside.append(versions);
    return aside;
  }

  listOf(nodes) {
    const list = element("ul");
    for (const node of nodes) {
      const row = element("li");
      row.append(...[node].flat());
      list.append(row);
    }
    return list;
  }

  who(entity, index) {
    const button = element("button", "who " + entity.type);
    button.type = "button";
    const link = entity.knowledgeBaseId
      ? `; ${entity.knowledgeBaseId}` + (entity.linkConfidence === undefined ? "" : `, ${percent(entity.linkConfidence)} sure`)
        + (entity.linkReason ? ` (${entity.linkReason})` : "")
      : "";
    button.title = `${TYPES[entity.type] || entity.type}${link}; salience ${percent(entity.salience)}. Find other articles that name ${entity.name}.`;
    const bar = element("span", "salience");
    const filled = element("i");
    filled.style.width = Math.max(2, Math.min(100, entity.salience * 100)) + "%";
    bar.append(filled);
    button.append(element("span", "name", entity.name), element("span", "times", "× " + entity.mentions.length), bar);
    this.lights(button, `mark[data-entity="${index}"]`);
    button.addEventListener("click", () => this.pickEntity(entity.id, entity.name));
    return button;
  }

  whenSaid(timex, index) {
    const button = element("button", "who");
    button.type = "button";
    button.append(element("span", "name", timex.surface), element("span", "value", timex.value || "unresolved"));
    const selector = `mark[data-timex="${index}"]`;
    this.lights(button, selector);
    button.addEventListener("click", () => {
      const mark = this.root.querySelector(selector);
      this.legend.show(mark?.closest("[data-zone]")?.dataset.zone);
      mark?.scrollIntoView({ block: "center" });
      mark?.focus({ preventScroll: true });
    });
    return button;
  }

  lights(button, selector) {
    const light = (on) => () => this.root.querySelectorAll(selector).forEach((mark) => mark.classList.toggle("lit", on));
    for (const event of ["mouseenter", "focus"]) button.addEventListener(event, light(true));
    for (const event of ["mouseleave", "blur"]) button.addEventListener(event, light(false));
  }

  /** What the copy says of itself, with the words that decided. */
  life(life) {
    if (!life || (life.decision === "publish" && life.signal === "none")) return [];
    const until = life.until ? ` ${exactly(life.until)}` : "";
    const signal = life.signal === "none" ? "" : `, ${life.signal}`;
    const reasons = (life.because || []).map(({ field, words, rule }) => [
      element("b", "", field),
      words ? ` “${words}”` : ` (${rule})`,
    ]);
    return [element("h3", "", "Says of itself"), this.listOf([[life.decision + until + signal], ...reasons])];
  }

  version(version) {
    const status = { CANCELED: "kill, ", WITHHELD: "withheld, " }[version.pubStatus] || "";
    const signal = version.signal && !["OTHER", "KILL", "WITHHOLD"].includes(version.signal) ? version.signal.toLowerCase() + ", " : "";
    return [element("b", "", "v" + version.version), " " + status + signal + exactly(version.receivedAt)];
  }

  hover(mark) {
    if (!mark || !(mark.covering || mark.stretch)) {
      this.card.hidden = true;
      return;
    }
    if (mark.stretch) this.card.replaceChildren(...this.zoneCard(mark.stretch));
    else this.card.replaceChildren(...mark.covering.flatMap((span) => (span.entity ? this.entityCard(span) : this.timexCard(span))));
    this.card.hidden = false;
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight) {
      this.card.hidden = true;
      return;
    }
    const size = this.card.getBoundingClientRect();
    const left = Math.min(box.left, innerWidth - size.width - 10);
    const below = box.bottom + 8 + size.height < innerHeight;
    this.card.style.left = Math.max(10, left) + "px";
    this.card.style.top = (below ? box.bottom + 8 : Math.max(10, box.top - size.height - 8)) + "px";
  }

  entityCard({ entity, mention }) {
    return this.cardOf(entity.name, entity.type, {
      Type: TYPES[mention.type] || mention.type,
      Id: entity.id,
      Roles: (entity.roles || []).join(", "),
      Said: (entity.attributes || []).map(({ kind, value }) => `${kind}: ${value}`).join("; "),
      Salience: percent(entity.salience),
      Named: entity.mentions.length + (entity.mentions.length === 1 ? " time" : " times"),
    });
  }

  timexCard({ timex }) {
    return this.cardOf(timex.value || "Unresolved", "timex", {
      Type: timex.type.charAt(0) + timex.type.slice(1).toLowerCase() + (timex.grain ? ", by " + timex.grain : ""),
      Modifier: timex.mod,
      From: timex.from,
      To: timex.to,
      Anchor: timex.anchor,
      Rule: timex.rule,
      Confidence: timex.confidence === undefined ? null : percent(timex.confidence),
    });
  }

  zoneCard(stretch) {
    const inSource = stretch.sourceBegin !== undefined && stretch.sourceEnd !== undefined;
    return this.cardOf(named(stretch.zone), "zoned", {
      Confidence: stretch.confidence === undefined ? null : percent(stretch.confidence) + (unsure(stretch) ? ", a guess" : ""),
      Text: `${stretch.begin} to ${stretch.end}`,
      Source: inSource ? `${stretch.sourceBegin} to ${stretch.sourceEnd}` : null,
    });
  }

  cardOf(title, classes, facts) {
    const list = element("dl");
    for (const [name, value] of Object.entries(facts)) {
      if (value) list.append(element("dt", "", name), element("dd", "", value));
    }
    return [element("h4", classes, title), list];
  }
}
