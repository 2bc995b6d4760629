// Holds that what a part of the page shows was confirmed lately: by the stream, whose beats say that nothing was left
// out, or by asking again. What was not is covered, since it may have been killed or withheld meanwhile.
import { elapsed, moment } from "./moment.js";

/** So long, in milliseconds, something stands without being confirmed. */
export const PATIENCE = 8000;
const AGAIN = 3000;

/** What the stream says of itself: a session lasts as long as it leaves nothing out. */
export class Session {
  constructor() {
    this.number = 0;
    this.on = false;
    this.seen = moment();
  }

  /** From now on nothing is left out; what was asked for before may be old. */
  begin() {
    this.number++;
    this.on = true;
    this.beat();
  }

  beat() {
    this.seen = moment();
  }

  end() {
    this.on = false;
  }

  get live() {
    return this.on && elapsed(this.seen) < PATIENCE;
  }
}

export class Watch {
  /** @param part that is watched: `ask()` asks for it again, `cover(since)` hides it, `wanting` says that it shows nothing yet and should */
  constructor(session, part) {
    this.session = session;
    this.part = part;
    this.asked = moment();
    this.asking = 0;
    this.shown = null;
  }

  /** Says that a question begins; `confirm` is told of it when it is answered. */
  begin() {
    this.asking++;
    this.asked = moment();
    return { at: this.asked, session: this.session.on ? this.session.number : null };
  }

  end() {
    this.asking--;
  }

  /** What is shown now is the answer to this question. */
  confirm(question) {
    this.shown = question;
  }

  forget() {
    this.shown = null;
  }

  /** Whether the stream would have told if what is shown had changed. */
  get followed() {
    return this.shown !== null && this.session.on && this.shown.session === this.session.number;
  }

  get confirmed() {
    const seen = this.session.seen;
    return this.followed && elapsed(seen) < elapsed(this.shown.at) ? seen : this.shown.at;
  }

  look() {
    if (this.shown && elapsed(this.confirmed) > PATIENCE) this.cover();
    const due = this.shown ? !this.followed : this.part.wanting;
    if (due && !this.asking && !document.hidden && elapsed(this.asked) > AGAIN) this.part.ask();
  }

  cover() {
    if (!this.shown) return;
    this.part.cover(new Date(Math.min(Date.now(), this.confirmed.date)));
    this.shown.session = null; // what is covered comes back by an answer only
  }
}
