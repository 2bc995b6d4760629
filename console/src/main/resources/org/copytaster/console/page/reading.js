// The article that the address names, and no other: it is asked for, shown, confirmed and covered here.
import { ask } from "./ask.js";
import { Watch } from "./watch.js";

export class Reading {
  constructor(view, session) {
    this.view = view;
    this.watch = new Watch(session, this);
    this.guid = null;
    this.abort = null;
    this.wanting = false; // what could not be had is asked for again by the reader
  }

  choose(guid) {
    if (guid !== this.guid) {
      this.leave();
      this.guid = guid;
      this.view.wait();
    }
    return this.ask();
  }

  leave() {
    this.abort?.abort();
    this.abort = null;
    this.guid = null;
    this.watch.forget();
    this.view.clear();
  }

  /** Asks for the open article again; of several questions the last one counts. */
  async ask() {
    if (this.guid === null) return;
    const guid = this.guid;
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    const question = this.watch.begin();
    try {
      const article = await ask("/v1/articles/" + encodeURIComponent(guid), abort);
      if (abort !== this.abort) return;
      if (article.guid !== guid) throw new Error("the console answered with another article");
      this.watch.confirm(question);
      this.view.show(article);
    } catch (problem) {
      if (abort === this.abort) this.failed(problem);
    } finally {
      this.watch.end();
    }
  }

  /** What stands there already stays until it is too old, unless the console says that it is gone. */
  failed(problem) {
    if (this.watch.shown && !(problem.status >= 400 && problem.status < 500)) return;
    this.watch.forget();
    this.view.fail(problem.message, () => this.choose(this.guid));
  }

  cover(since) {
    this.view.cover(since);
  }

  arrived(articles) {
    const mine = articles.find((article) => article.guid === this.guid);
    if (!mine) return;
    if (mine.pubStatus !== "USABLE") this.watch.cover();
    this.ask();
  }
}
