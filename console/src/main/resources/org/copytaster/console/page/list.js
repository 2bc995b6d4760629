// The list of articles, newest first. Every text is set as text, never as markup.
export function element(tag, classes, text) {
  const node = document.createElement(tag);
  if (classes) node.className = classes;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
}

const MOST = 500;
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium", hour12: false });

export function when(iso) {
  const time = new Date(iso);
  return time.toDateString() === new Date().toDateString() ? clock.format(time) : day.format(time) + " " + clock.format(time).slice(0, 5);
}

export const exactly = (iso) => full.format(new Date(iso));

export function badges(article) {
  const all = [];
  if (article.pubStatus === "CANCELED") all.push(element("span", "badge kill", "Kill"));
  if (article.pubStatus === "WITHHELD") all.push(element("span", "badge held", "Withheld"));
  if (article.signal === "CORRECTION") all.push(element("span", "badge corr", "Correction"));
  if (article.signal === "ADVISORY") all.push(element("span", "badge", "Advisory"));
  if (article.signal === "TEST") all.push(element("span", "badge", "Test"));
  if (article.urgency && article.urgency <= 3) all.push(element("span", "badge urgent", "Urgency " + article.urgency));
  return all;
}

export class ArticleList {
  constructor(root, choose) {
    this.root = root;
    this.choose = choose;
    this.selected = null;
    root.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        choose(link.dataset.guid);
      }
    });
  }

  get size() {
    return this.root.children.length;
  }

  replace(articles) {
    this.root.replaceChildren(...articles.map((article) => this.row(article)));
  }

  append(articles) {
    this.root.append(...articles.map((article) => this.row(article)));
  }

  /** Puts articles on top; a newer version takes the place of the older one. */
  arrive(articles) {
    const oldestFirst = [...articles].sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
    for (const article of oldestFirst) {
      const row = this.row(article);
      row.firstChild.classList.add("fresh");
      const focused = this.find(article.guid)?.contains(document.activeElement);
      this.find(article.guid)?.remove();
      this.root.prepend(row);
      if (focused) row.firstChild.focus();
    }
    while (this.size > MOST) this.root.lastChild.remove();
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

  find(guid) {
    return [...this.root.children].find((row) => row.firstChild.dataset.guid === guid);
  }

  row(article) {
    const row = element("li");
    const link = element("a", article.pubStatus === "CANCELED" ? "killed" : "");
    link.href = "#" + encodeURIComponent(article.guid);
    link.dataset.guid = article.guid;
    link.setAttribute("aria-current", String(article.guid === this.selected));
    link.append(element("span", "headline", this.title(article)));
    const meta = element("span", "meta");
    meta.append(element("span", "", article.source), ...badges(article));
    if (article.version > 1) meta.append(element("span", "", "v" + article.version));
    const time = element("time", "", when(article.receivedAt));
    time.dateTime = article.receivedAt;
    time.title = "Received " + exactly(article.receivedAt);
    link.append(meta, time);
    if (article.entityCount || article.timexCount) link.append(this.names(article));
    row.append(link);
    return row;
  }

  title(article) {
    if (article.pubStatus === "CANCELED") return article.killReason || "Killed";
    if (article.pubStatus === "WITHHELD") return "Withheld";
    return article.headline || article.slugline || article.guid;
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
