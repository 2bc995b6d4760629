// The newest articles as they are stored. A browser opens six connections to a host, so all tabs share one stream:
// one of them leads, holds the stream and tells the others what it hears.
import { elapsed, moment } from "./moment.js";

const CHANNEL = "copytaster.events";
const TOLD = ["ready", "missed", "articles", "beat"];
const HELLO = 250; // so long a new tab waits for one that leads
const GONE = 6000; // a leader that says nothing for so long is gone
const DEAD = 8000; // a stream that says nothing for so long is opened anew

export class Stream {
  /** @param hear called with what the stream tells, or with "down" while there is none, and the event's JSON */
  constructor(hear) {
    this.hear = hear;
    this.id = [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join("-");
  }

  start() {
    if (this.watching) return;
    this.channel = "BroadcastChannel" in window ? new BroadcastChannel(CHANNEL) : null;
    if (this.channel) this.channel.onmessage = (event) => this.told(event.data);
    this.leader = null;
    this.heard = moment();
    this.post("hello");
    this.leadAfter(this.channel ? HELLO : 0);
    this.watching = setInterval(() => this.watch(), 1000);
  }

  stop() {
    clearInterval(this.watching);
    clearTimeout(this.soon);
    this.watching = 0;
    if (this.leader === this.id) this.post("gone");
    this.close();
    this.leader = null;
    this.channel?.close();
    this.channel = null;
  }

  leadAfter(millis) {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.leader || this.lead(), millis);
  }

  lead() {
    this.leader = this.id;
    this.post("lead");
    this.open();
  }

  open() {
    this.close();
    this.heard = moment();
    const events = new EventSource("/v1/events");
    for (const kind of TOLD) events.addEventListener(kind, (event) => this.pass(kind, event.data));
    events.onerror = () => this.pass("down");
    this.events = events;
  }

  close() {
    this.events?.close();
    this.events = null;
    this.ready = false;
  }

  /** What the stream says is heard here and told to the others. */
  pass(kind, data) {
    if (kind === "down") {
      this.ready = false;
    } else {
      this.heard = moment();
      if (kind === "ready") this.ready = true;
    }
    this.post(kind, { data });
    this.hear(kind, data);
  }

  post(kind, more) {
    this.channel?.postMessage({ kind, from: this.id, ...more });
  }

  told({ kind, from, to, data }) {
    if (to && to !== this.id) return;
    const leads = this.leader === this.id;
    if (kind === "hello") {
      if (leads) this.post(this.ready ? "ready" : "lead", { to: from });
    } else if (kind === "gone") {
      if (from !== this.leader) return;
      this.leader = null;
      this.leadAfter(Math.random() * 300);
    } else if (leads && this.id < from) {
      this.post("lead"); // of two that lead the one with the lesser id goes on
    } else {
      this.follow(kind, from, data);
    }
  }

  follow(kind, from, data) {
    this.heard = moment();
    if (from !== this.leader) {
      this.close();
      this.leader = from;
      if (kind !== "ready") {
        // What was told before is not known here, so it is asked whether it is ready.
        this.post("hello");
        this.hear("down");
        return;
      }
    }
    if (kind !== "lead") this.hear(kind, data);
  }

  watch() {
    if (this.leader === this.id) {
      this.post("lead");
      if (elapsed(this.heard) > DEAD) {
        this.pass("down");
        this.open();
      }
    } else if (elapsed(this.heard) > GONE) {
      this.lead();
    }
  }
}
