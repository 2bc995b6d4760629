// The list of what is on the wire or was searched for: asked for page by page, kept up with the stream, covered when old.
import { ask } from "./ask.js";
import { exactTime, time } from "./list.js";
import { Watch } from "./watch.js";

const USUAL = 50; // articles of a page
const LARGEST = 200;
const AGAIN = 1000; // so many rows are asked for again at most
const SHORT = 500; // rows that are kept while the reader looks at the newest
const LONG = 5000; // rows that are kept while the reader looks further down

export class Wire {
  /** @param page its elements: more, nothing, notice; and `trouble`, called with a sentence or nothing */
  constructor(list, session, page) {
    this.list = list;
    this.page = page;
    this.watch = new Watch(session, this);
    this.search = {};
    this.rest = null; // where the list goes on: a cursor and the time of its row; null at the end
    this.meanwhile = [];
    this.abort = new AbortController();
    this.turns = Promise.resolve();
    this.waiting = false;
    this.covered = false;
    this.refused = false;
  }

  get wanting() {
    return !this.refused;
  }

  get searching() {
    return Object.keys(this.search).length > 0;
  }

  /** Asks something else. */
  find(search) {
    this.abort.abort();
    this.abort = new AbortController();
    this.search = search;
    this.refused = false;
    this.watch.forget();
    this.waiting = false;
    return this.ask(true);
  }

  /** Asks for the rows again that are there, or for the first page. One question is put after the other. */
  ask(anew = false) {
    if (this.waiting) return this.turns;
    this.waiting = true;
    return this.turn(async (abort) => {
      this.waiting = false;
      await this.fill(abort, anew ? USUAL : Math.max(USUAL, Math.min(AGAIN, this.list.size)), anew);
    });
  }

  turn(work) {
    const abort = this.abort;
    this.turns = this.turns.then(() => abort === this.abort && work(abort));
    return this.turns;
  }

  async fill(abort, wanted, anew) {
    const question = this.watch.begin();
    this.meanwhile = [];
    try {
      const articles = [];
      let rest = { cursor: "" };
      while (rest && articles.length < wanted) {
        const found = await this.questioned(rest.cursor, Math.min(LARGEST, wanted - articles.length), abort);
        articles.push(...found.articles);
        rest = goesOn(found);
      }
      if (abort !== this.abort) return;
      this.watch.confirm(question);
      this.covered = false;
      this.rest = rest;
      this.list.replace(articles);
      this.put(this.meanwhile);
      this.page.trouble("");
    } catch (problem) {
      if (abort !== this.abort) return;
      this.refused = problem.status === 400;
      if (anew) {
        this.list.replace([]);
        this.rest = null;
        this.covered = false;
      }
      if (!this.watch.shown) this.page.trouble(problem.message);
    } finally {
      this.watch.end();
    }
    this.tell();
  }

  /** The next page. Arrivals can cut the list meanwhile; then it goes on elsewhere and is asked for once more. */
  older() {
    return this.turn(async (abort) => {
      try {
        let added = 0;
        while (this.rest && !added) {
          const rest = this.rest;
          const found = await this.questioned(rest.cursor, USUAL, abort);
          if (abort !== this.abort) return;
          if (rest !== this.rest) continue;
          added = this.list.append(found.articles);
          this.rest = goesOn(found);
        }
        this.page.trouble("");
      } catch (problem) {
        if (abort === this.abort) this.page.trouble(problem.message);
      }
      this.tell();
    });
  }

  questioned(after, limit, abort) {
    const parameters = new URLSearchParams({ ...this.search, order: this.searching ? "created" : "arrived", limit });
    if (after) parameters.set("after", after);
    return ask("/v1/articles?" + parameters, abort);
  }

  arrived(articles) {
    this.meanwhile.push(...articles);
    this.put(articles);
    this.tell();
  }

  /** On the wire they come on top; of what was searched for the rows that are there are brought up to date. */
  put(articles) {
    if (this.searching) {
      this.list.update(articles);
      return;
    }
    this.list.arrive(articles);
    const cut = this.list.cut(this.list.atTop ? SHORT : LONG);
    // What was cut off is found again after the row above it.
    if (cut && !(this.rest && cut.newest < this.rest.time)) this.rest = cut.rest;
  }

  cover(since) {
    this.list.root.hidden = true;
    this.page.notice.textContent = `The list cannot be confirmed since ${exactTime(since)}: articles in it may have been killed or withheld. It comes back once the console confirms it.`;
    this.page.notice.hidden = false;
    this.page.more.hidden = true;
    this.page.nothing.hidden = true;
    this.covered = true;
  }

  tell() {
    if (this.covered) return;
    this.list.root.hidden = false;
    this.page.notice.hidden = true;
    this.page.more.hidden = !this.rest;
    this.page.nothing.hidden = this.list.size > 0 || !this.watch.shown;
    this.page.title.textContent = this.searching ? "Found" : "On the wire";
  }
}

function goesOn(found) {
  const last = found.articles[found.articles.length - 1];
  return found.next ? { cursor: found.next, time: time(last.receivedAt) } : null;
}
