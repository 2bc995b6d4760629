// What was called back, and who has acted on it: the panel above the list, and the part of an article's own view.
import { ask } from "./ask.js";
import { element, exactly } from "./list.js";

const EVERY = 5000;
const SHOWN = 20;
const KINDS = { KILL: "Kill", HOLD: "Hold", CORRECTION: "Correction", OTHER: "Called back" };
const CLASSES = { KILL: "kill", HOLD: "held", CORRECTION: "corr", OTHER: "held" };

/** Seconds as people say them. */
export function took(seconds) {
  if (seconds < 100) return seconds.toFixed(seconds < 10 ? 1 : 0) + " s";
  if (seconds < 6000) return Math.round(seconds / 60) + " min";
  return (seconds / 3600).toFixed(1) + " h";
}

function state(subscriber) {
  const acted = subscriber.state === "acknowledged";
  const text = (acted ? "acted after " : "waiting for ") + took(subscriber.seconds);
  return text + (subscriber.late ? (acted ? ", late" : ": late") : "") + (subscriber.unknown ? " (no file has this name)" : "");
}

function subscriberRow(subscriber) {
  const row = element("li", subscriber.late ? "late" : subscriber.state === "acknowledged" ? "acted" : "");
  row.append(element("b", "", subscriber.name), " ", element("span", "", state(subscriber)));
  const more = [subscriber.contact, subscriber.acknowledgedAt && "acknowledged " + exactly(subscriber.acknowledgedAt), subscriber.due && "due " + exactly(subscriber.due), subscriber.note];
  row.title = more.filter(Boolean).join("\n");
  if (subscriber.late && subscriber.state === "waiting" && subscriber.contact) row.append(" – call ", element("span", "", subscriber.contact));
  return row;
}

/** @param named whether the article is named, since it is not the one that is shown */
function recallNode(recall, named) {
  const node = element("div", "recall");
  const head = element("p");
  head.append(element("span", "badge " + CLASSES[recall.kind], KINDS[recall.kind]), " ");
  if (named) {
    const link = element("a", "", recall.guid);
    link.href = "#" + encodeURIComponent(recall.guid);
    head.append(link, " ");
  }
  const versions = recall.versionCount === 1 ? "one version was" : recall.versionCount + " versions were";
  head.append(`${exactly(recall.issuedAt)}: ${versions} out` + (recall.outSince ? " since " + exactly(recall.outSince) : ""));
  if (recall.substitute) head.append(", use ", element("span", "", recall.substitute));
  node.append(head);
  if (recall.reason) node.append(element("p", "reason", recall.reason));
  const rows = element("ul");
  rows.append(...recall.subscribers.map(subscriberRow));
  node.append(rows);
  return node;
}

export class RecallPanel {
  constructor(root) {
    this.root = root;
    this.summary = root.querySelector("summary");
    this.body = root.querySelector("div");
  }

  start() {
    this.refresh();
    setInterval(() => document.hidden || this.refresh(), EVERY);
  }

  async refresh() {
    if (this.asking) return;
    this.asking = true;
    try {
      const [open, newest] = await Promise.all([ask(`/v1/recalls?open=true&limit=${SHOWN}`), ask(`/v1/recalls?limit=${SHOWN}`)]);
      this.show(open.recalls, newest.recalls);
    } catch {
      // the strip and the banner say what does not answer; what stands here has its times
    } finally {
      this.asking = false;
    }
  }

  show(open, newest) {
    this.root.hidden = !newest.length;
    const late = new Set(open.flatMap((recall) => recall.subscribers.filter((each) => each.late && each.state === "waiting").map((each) => each.name)));
    const parts = [open.length ? `${open.length}${open.length === SHOWN ? " or more" : ""} not acknowledged by all` : "all acknowledged"];
    if (late.size) parts.push("late: " + [...late].join(", "));
    const text = "Called back: " + parts.join("; ");
    if (this.summary.textContent !== text) this.summary.textContent = text;
    this.root.classList.toggle("late", late.size > 0);
    const rest = newest.filter((recall) => !recall.open);
    this.body.replaceChildren(...[...open, ...rest].slice(0, SHOWN).map((recall) => recallNode(recall, true)));
  }
}

/** A place in an article's view that fills itself while it stands on the page. */
export function recalled(guid) {
  const place = element("div", "recalled");
  place.hidden = true;
  const fill = async () => {
    try {
      const { recalls } = await ask(`/v1/recalls?limit=${SHOWN}&guid=${encodeURIComponent(guid)}`);
      place.hidden = !recalls.length;
      place.replaceChildren(...recalls.map((recall) => recallNode(recall, false)));
    } catch {
      // the article is confirmed on its own, and this comes with the next look
    }
  };
  fill();
  const timer = setInterval(() => (place.isConnected ? document.hidden || fill() : clearInterval(timer)), EVERY);
  return place;
}
