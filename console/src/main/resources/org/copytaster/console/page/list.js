// The list of articles, newest first. Every text is set as text, never as markup.
export function element(tag, classes, text) {
  const node = document.createElement(tag);
  if (classes) node.className = classes;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium", hour12: false });

export function when(iso) {
  const time = new Date(iso);
  return time.toDateString() === new Date().toDateString() ? clock.format(time) : day.format(time) + " " + clock.format(time).slice(0, 5);
}

export const exactly = (iso) => full.format(new Date(iso));
export const exactTime = (date) => clock.format(date);

/** A time as text that sorts as times do, whatever fraction of a second it is written with. */
export const time = (iso) => iso.replace(/(\.\d+)?Z$/, (_, fraction = ".") => fraction.padEnd(10, "0"));

export function badges(article) {
  const all = [];
  if (article.pubStatus === "CANCELED") all.push(element("span", "badge kill", "Kill"));
  if (article.pubStatus === "WITHHELD") all.push(element("span", "badge held", "Withheld"));
  if (article.signal === "CORRECTION") all.push(element("span", "badge corr", article.corrective ? "Corrective" : "Correction"));
  if (article.signal === "ADVISORY") all.push(element("span", "badge", "Advisory"));
  if (article.signal === "TEST") all.push(element("span", "badge", "Test"));
  if (article.urgency && article.urgency <= 3) all.push(element("span", "badge urgent", "Urgency " + article.urgency));
  return all;
}

/** By what an article is called that is not killed; one that is withheld has no headline, and its guid tells nobody anything. */
export function titled(article) {
  if (article.pubStatus === "WITHHELD") return "Withheld";
  return article.headline || article.slugline || article.guid;
}

/** Rows by guid, newest on top. What is known of an article by its latest summary replaces what was known before. */
export class ArticleList {
  constructor(root, choose) {
    this.root = root;
    this.choose = choose;
    this.selected = null;
    this.rows = new Map();
    root.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        choose(link.dataset.guid);
      }
    });
  }

  get size() {
    return this.rows.size;
  }

  /** Whether the reader looks at the newest, so that nobody sees rows go at the end. */
  get atTop() {
    return this.root.offsetParent !== null && this.root.getBoundingClientRect().top > -200;
  }

  /** All rows anew; what the reader looks at stays where it is. */
  replace(articles) {
    const anchor = this.atTop ? null : [...this.root.children].find((row) => row.getBoundingClientRect().bottom > 0);
    const top = anchor?.getBoundingClientRect().top;
    const focused = document.activeElement.closest?.("#list a")?.dataset.guid;
    this.rows = new Map(articles.map((article) => [article.guid, this.row(article)]));
    this.root.replaceChildren(...this.rows.values());
    this.rows.get(focused)?.firstChild.focus({ preventScroll: true });
    const again = anchor && this.rows.get(anchor.firstChild.dataset.guid);
    if (again) this.scroller.scrollTop += again.getBoundingClientRect().top - top;
  }

  get scroller() {
    const wire = this.root.parentElement;
    return getComputedStyle(wire).overflowY === "auto" ? wire : wire.parentElement;
  }

  /** Puts a page at the end; gives how many of its articles were not there already. */
  append(articles) {
    const fresh = articles.filter((article) => !this.rows.has(article.guid));
    for (const article of fresh) {
      const row = this.row(article);
      this.rows.set(article.guid, row);
      this.root.append(row);
    }
    return fresh.length;
  }

  /** Puts articles on top; a newer version takes the place of the older one. */
  arrive(articles) {
    const oldestFirst = [...articles].sort((a, b) => (time(a.receivedAt) < time(b.receivedAt) ? -1 : 1));
    for (const article of oldestFirst) {
      const before = this.rows.get(article.guid);
      if (this.knows(article)) continue;
      const row = this.row(article);
      row.firstChild.classList.add("fresh");
      const focused = before?.contains(document.activeElement);
      before?.remove();
      this.rows.set(article.guid, row);
      this.root.prepend(row);
      if (focused) row.firstChild.focus();
    }
  }

  /** Brings the rows up to date that are there. */
  update(articles) {
    for (const article of articles) {
      const before = this.rows.get(article.guid);
      if (!before || this.knows(article)) continue;
      const row = this.row(article);
      const focused = before.contains(document.activeElement);
      before.replaceWith(row);
      this.rows.set(article.guid, row);
      if (focused) row.firstChild.focus();
    }
  }

  /** Whether the row of this article says as much or more. */
  knows(article) {
    const row = this.rows.get(article.guid);
    return row !== undefined && row.stored >= time(article.storedAt) && row.version >= article.version;
  }

  /**
   * Cuts rows off at the end until no more than `most` are left. Gives nothing if none was cut, else the time of the
   * newest one that was, and where the list goes on so that each of them is found again: after a row that is newer
   * than all of them, or from the beginning.
   */
  cut(most) {
    if (this.size <= most) return null;
    let newest = "";
    while (this.size > most) {
      const row = this.root.lastChild;
      if (row.time > newest) newest = row.time;
      this.rows.delete(row.firstChild.dataset.guid);
      row.remove();
    }
    let above = null;
    for (const row of this.rows.values()) {
      if (row.time > newest && (!above || row.time < above.time)) above = row;
    }
    return { newest, rest: above ? { cursor: above.cursor, time: above.time } : { cursor: "", time: newest } };
  }

  select(guid) {
    this.selected = guid;
    for (const link of this.root.querySelectorAll("a")) {
      link.setAttribute("aria-current", String(link.dataset.guid === guid));
    }
  }

  step(by) {
    const links = [...this.root.querySelectorAll("a")];
    const now = links.findIndex((link) => link.dataset.guid === this.selected);
    const link = links[Math.max(0, Math.min(links.length - 1, now + by))];
    if (link) {
      link.focus();
      this.choose(link.dataset.guid);
    }
  }

  row(article) {
    const row = element("li");
    Object.assign(row, { cursor: article.cursor, version: article.version, time: time(article.receivedAt), stored: time(article.storedAt) });
    const link = element("a", article.pubStatus === "CANCELED" ? "killed" : "");
    link.href = "#" + encodeURIComponent(article.guid);
    link.dataset.guid = article.guid;
    link.setAttribute("aria-current", String(article.guid === this.selected));
    link.append(element("span", "headline", this.title(article)));
    const meta = element("span", "meta");
    meta.append(element("span", "", article.source), ...badges(article));
    if (article.version > 1) meta.append(element("span", "", "v" + article.version));
    const received = element("time", "", when(article.receivedAt));
    received.dateTime = article.receivedAt;
    received.title = "Received " + exactly(article.receivedAt);
    link.append(meta, received);
    if (article.entityCount || article.timexCount) link.append(this.names(article));
    row.append(link);
    return row;
  }

  title(article) {
    if (article.pubStatus === "CANCELED") return article.killReason || "Killed";
    return titled(article);
  }

  names(article) {
    const names = element("span", "names");
    for (const entity of article.topEntities) {
      names.append(element("span", entity.type, entity.name));
    }
    const rest = article.entityCount - article.topEntities.length;
    const counts = [];
    if (rest > 0) counts.push("+" + rest);
    if (article.timexCount) counts.push(article.timexCount + (article.timexCount === 1 ? " date" : " dates"));
    names.append(element("span", "", counts.join(", ")));
    return names;
  }
}
