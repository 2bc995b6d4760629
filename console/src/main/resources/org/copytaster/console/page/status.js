// The strip of counts and lag, the dialog of dead letters, and what is wrong with the pipeline.
import { ask } from "./ask.js";
import { element, exactly } from "./list.js";

const EVERY = 5000;
const MOST_PROBLEMS = 8;
const LONGEST_PROBLEM = 300;
const number = new Intl.NumberFormat();

function length(millis) {
  if (millis < 1000) return millis + " ms";
  if (millis < 120000) return (millis / 1000).toFixed(1) + " s";
  return Math.round(millis / 60000) + " min";
}

export class StatusStrip {
  /** @param banner where problems stand */
  constructor(root, banner, dialog, dialogBody) {
    this.root = root;
    this.banner = banner;
    this.dialog = dialog;
    this.dialogBody = dialogBody;
    this.due = 0;
    this.problems = "";
  }

  start() {
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
    if (this.asking) return;
    this.asking = true;
    try {
      this.show(await ask("/v1/status"));
    } catch (problem) {
      this.show({ problems: [problem.message] });
    } finally {
      this.asking = false;
    }
  }

  /** Each problem is a sentence; the banner is left alone while they stay the same, so that it is read out once. */
  warn(problems) {
    const text = JSON.stringify(problems);
    if (text === this.problems) return;
    this.problems = text;
    const shown = problems.slice(0, MOST_PROBLEMS).map((problem) => String(problem).slice(0, LONGEST_PROBLEM));
    if (problems.length > MOST_PROBLEMS) shown.push(`and ${problems.length - MOST_PROBLEMS} more`);
    this.banner.replaceChildren(...shown.map((problem) => element("li", "", problem)));
    this.banner.hidden = !shown.length;
  }

  show(status) {
    const store = status.store || {};
    const facts = [
      this.fact("articles", store.articles),
      this.fact("kills", store.kills),
    ];
    for (const group of status.groups || []) {
      facts.push(this.lag(group));
    }
    if (status.deadLetters) facts.push(this.letters(status.deadLetters));
    // what may have no room comes last
    facts.push(this.fact("versions", store.versions, "wide"), this.fact("entities", store.entities, "wide"));
    if (store.newestDelayMillis !== undefined) {
      facts.push(this.fact("newest took", length(store.newestDelayMillis), "wide"));
    }
    this.root.replaceChildren(...facts);
    this.warn(status.problems || []);
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
