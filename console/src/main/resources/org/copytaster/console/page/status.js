// The strip of counts and lag, and the dialog of dead letters.
import { element, exactly } from "./list.js";

const EVERY = 5000;
const number = new Intl.NumberFormat();

function length(millis) {
  if (millis < 1000) return millis + " ms";
  if (millis < 120000) return (millis / 1000).toFixed(1) + " s";
  return Math.round(millis / 60000) + " min";
}

export class StatusStrip {
  constructor(root, dialog, dialogBody) {
    this.root = root;
    this.dialog = dialog;
    this.dialogBody = dialogBody;
    this.due = 0;
  }

  start(ask) {
    this.ask = ask;
    this.refresh();
    setInterval(() => document.hidden || this.refresh(), EVERY);
  }

  /** Refreshes soon, however often this is called. */
  soon() {
    if (!this.due) {
      this.due = setTimeout(() => {
        this.due = 0;
        this.refresh();
      }, 2200);
    }
  }

  async refresh() {
    try {
      this.show(await this.ask("/v1/status"));
    } catch {
      this.show({ problems: ["the console does not answer"] });
    }
  }

  show(status) {
    const store = status.store || {};
    const facts = [
      this.fact("articles", store.articles),
      this.fact("versions", store.versions, "wide"),
      this.fact("kills", store.kills),
      this.fact("entities", store.entities, "wide"),
    ];
    for (const group of status.groups || []) {
      facts.push(this.lag(group));
    }
    if (store.newestDelayMillis !== undefined) {
      facts.push(this.fact("newest took", length(store.newestDelayMillis), "wide"));
    }
    if (status.deadLetters) facts.push(this.letters(status.deadLetters));
    for (const problem of status.problems || []) {
      facts.push(this.fact("problem", problem, "bad"));
    }
    this.root.replaceChildren(...facts);
  }

  fact(name, value, classes) {
    const fact = element("div", classes);
    const shown = typeof value === "number" ? number.format(value) : value ?? "–";
    fact.append(element("dt", "", name), element("dd", "", shown));
    return fact;
  }

  lag(group) {
    const fact = this.fact(group.service + " lag", group.lag, group.lag > 10000 ? "bad" : "");
    fact.title = "Consumer group " + group.group + "\n" + group.topics.map((topic) => `${topic.topic}: ${topic.lag}`).join("\n");
    return fact;
  }

  letters(letters) {
    if (!letters.count) return this.fact("dead letters", 0);
    const fact = this.fact("dead letters", "", "bad");
    const button = element("button", "", number.format(letters.count));
    button.type = "button";
    button.addEventListener("click", () => this.open(letters.newest));
    fact.querySelector("dd").append(button);
    return fact;
  }

  open(newest) {
    const table = element("table");
    const head = element("tr");
    for (const name of ["Time", "From", "About", "Cause"]) head.append(element("th", "", name));
    table.append(head);
    for (const letter of newest) {
      const row = element("tr");
      const cause = (letter.cause || "").split(".").pop();
      row.append(
        element("td", "", exactly(letter.time)),
        element("td", "", letter.topic),
        element("td", "", letter.about),
        element("td", "", [cause, letter.reason].filter(Boolean).join(": ")),
      );
      table.append(row);
    }
    this.dialogBody.replaceChildren(table);
    this.dialog.showModal();
  }
}
