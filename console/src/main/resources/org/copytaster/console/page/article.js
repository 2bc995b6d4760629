// One article: its facts, its text with marks, whom it names and the dates it speaks of.
import { badges, element, exactly } from "./list.js";
import { pieces, spans, stretches } from "./marks.js";

const LABELS = { BYLINE: "byline", DATELINE: "dateline", CAPTION: "caption", CREDIT: "credit", CONTRIBUTORS: "contributors", TEASER: "teaser", FURNITURE: "furniture" };
const TYPES = { PER: "Person", ORG: "Organisation", LOC: "Place", MISC: "Other" };
const percent = (number) => Math.round(number * 100) + " %";

export class ArticleView {
  constructor(root, card, pickEntity) {
    this.root = root;
    this.card = card;
    this.pickEntity = pickEntity;
    this.guid = null;
    this.clean = false;
    root.addEventListener("mouseover", (event) => this.hover(event.target.closest("mark")));
    root.addEventListener("mouseleave", () => this.hover(null));
    root.addEventListener("focusin", (event) => this.hover(event.target.closest("mark")));
    root.addEventListener("click", (event) => this.hover(event.target.closest("mark")));
    root.addEventListener("scroll", () => this.hover(null), { passive: true });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.hover(null));
  }

  show(article) {
    const same = this.guid === article.guid;
    this.guid = article.guid;
    this.article = article;
    this.hover(null);
    this.spans = spans(article);
    this.stretches = stretches(article.text || "", article.zones);
    this.root.replaceChildren(this.head(article));
    if (article.text) this.root.append(this.copy(article));
    this.root.append(this.aside(article));
    document.title = (article.headline || article.slugline || "Copytaster") + " – Copytaster";
    if (!same) this.root.scrollTop = 0;
  }

  head(article) {
    const head = element("div", "head");
    const back = element("button", "", "← All articles");
    back.id = "back";
    back.type = "button";
    back.addEventListener("click", () => document.body.classList.remove("reading"));
    head.append(back);
    const marks = element("div");
    marks.append(...badges(article));
    const killed = article.pubStatus === "CANCELED";
    head.append(marks, killed ? element("h2", "", "Killed") : this.headline(article));
    head.append(this.facts(article));
    if (killed) head.append(element("p", "note kill", `${article.killReason} (versions up to ${article.killedVersion})`));
    if (article.pubStatus === "WITHHELD") head.append(element("p", "note", "Withheld by its source; the text is not kept here."));
    if (article.edNote) head.append(element("p", "note", article.edNote));
    if (article.text) head.append(this.tools());
    return head;
  }

  /** The headline with its marks where the text begins with it: it is not shown twice. */
  headline(article) {
    const title = element("h2");
    const first = this.stretches[0];
    const inText = first && first.zone === "HEADLINE" && article.text.slice(first.begin, first.end).trim() === (article.headline || "").trim();
    if (inText) {
      this.stretches.shift();
      title.append(...this.marked(article.text, first));
    } else {
      title.textContent = article.headline || article.slugline || article.guid;
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
    add(article.language, "Language");
    if (article.versionCreated) add("created " + exactly(article.versionCreated));
    add("received " + exactly(article.receivedAt));
    if (article.dct) add("dates count from " + article.dct.value, "Document creation time, by " + article.dct.method);
    else if (article.text) add("no creation time", "Relative dates stay unresolved");
    add(article.guid, "guid");
    return facts;
  }

  tools() {
    const tools = element("p", "tools");
    const label = element("label");
    const box = element("input");
    box.type = "checkbox";
    box.id = "clean";
    box.checked = this.clean;
    box.addEventListener("change", () => {
      this.clean = box.checked;
      this.root.querySelector(".copy").classList.toggle("clean", this.clean);
    });
    label.append(box, "Hide furniture and teasers");
    tools.append(label);
    return tools;
  }

  copy(article) {
    const copy = element("div", "copy" + (this.clean ? " clean" : ""));
    copy.lang = article.language || "";
    for (const stretch of this.stretches) {
      const zone = element("div", "zone");
      zone.dataset.zone = stretch.zone;
      if (LABELS[stretch.zone]) {
        const label = element("span", "label", LABELS[stretch.zone]);
        label.setAttribute("aria-hidden", "true");
        zone.append(label);
      }
      zone.append(...this.marked(article.text, stretch));
      copy.append(zone);
    }
    return copy;
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

  version(version) {
    const status = { CANCELED: "kill, ", WITHHELD: "withheld, " }[version.pubStatus] || "";
    const signal = version.signal && version.signal !== "OTHER" && version.signal !== "KILL" ? version.signal.toLowerCase() + ", " : "";
    return [element("b", "", "v" + version.version), " " + status + signal + exactly(version.receivedAt)];
  }

  hover(mark) {
    if (!mark || !mark.covering) {
      this.card.hidden = true;
      return;
    }
    this.card.replaceChildren(...mark.covering.flatMap((span) => (span.entity ? this.entityCard(span) : this.timexCard(span))));
    this.card.hidden = false;
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
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

  cardOf(title, classes, facts) {
    const list = element("dl");
    for (const [name, value] of Object.entries(facts)) {
      if (value) list.append(element("dt", "", name), element("dd", "", value));
    }
    return [element("h4", classes, title), list];
  }
}
