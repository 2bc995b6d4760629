// For those on call: where a story is, and dead letters with what can be done about them.
import { ask } from "./ask.js";
import { element, exactly } from "./list.js";

const KEPT = "copytaster-editor-key";
const STATES = { open: "open", parked: "parked", replayed: "put back" };

/** A browser may keep nothing for this page; then an editor signs in again after each visit. */
function kept(work) {
  try {
    return work(sessionStorage) || "";
  } catch {
    return "";
  }
}

function button(name, work) {
  const button = element("button", "", name);
  button.type = "button";
  button.addEventListener("click", work);
  return button;
}

function row(kind, cells) {
  const row = element("tr");
  row.append(...cells.map((cell) => (cell instanceof Node ? cell : element(kind, "", cell))));
  return row;
}

/** An answer counts also where something was refused: it says why. */
function asked(key, path, options = {}) {
  const headers = { ...(key ? { Authorization: "Bearer " + key } : {}), ...options.headers };
  return ask(path, undefined, { ...options, headers }, (response, body) => response.ok || body.result);
}

export class DeskPanel {
  /** @param dialog with forms for the key and for a guid, lines that tell, and places for what is found */
  constructor(dialog) {
    this.dialog = dialog;
    this.part = (id) => dialog.querySelector("#desk-" + id);
    this.key = "";
    this.part("who").addEventListener("submit", (event) => {
      event.preventDefault();
      this.key = this.part("key").value.trim();
      this.part("key").value = "";
      this.letters();
    });
    this.part("where").addEventListener("submit", (event) => {
      event.preventDefault();
      this.where(this.part("guid").value.trim());
    });
    this.part("state").addEventListener("change", () => this.letters());
    this.part("out").addEventListener("click", () => this.leave("Signed out."));
  }

  /** @param guid of the article that is read; empty for none */
  open(guid) {
    this.key = kept((storage) => storage.getItem(KEPT));
    this.tell("");
    this.dialog.showModal();
    this.part("guid").value = guid;
    this.part("hops").replaceChildren();
    this.known(Boolean(this.key));
    if (guid) this.where(guid);
    if (this.key) this.letters();
  }

  /** Nothing of what was seen stays. */
  leave(why) {
    this.key = "";
    kept((storage) => storage.removeItem(KEPT));
    for (const id of ["hops", "list", "letter"]) this.part(id).replaceChildren();
    this.known(false);
    this.tell(why);
  }

  known(known) {
    this.part("who").hidden = known;
    this.part("out").hidden = !known;
    this.part("choose").hidden = !known;
  }

  tell(text) {
    this.part("told").textContent = text;
  }

  failed(problem) {
    if (problem.status === 401) this.leave(problem.message);
    else this.tell(problem.message);
  }

  async where(guid) {
    if (!guid) return;
    try {
      const found = await asked(this.key, "/v1/where/" + encodeURIComponent(guid));
      const head = row("th", ["Time", "Version", "What", "Place", "Who", "Why"]);
      const table = element("table");
      table.append(head, ...found.hops.map((hop) => this.hop(hop)));
      const left = found.leftOut.map((each) => element("p", "hint", "Not shown: " + each));
      this.part("hops").replaceChildren(element("p", "now", found.now), ...(found.hops.length ? [table] : []), ...left);
    } catch (problem) {
      this.part("hops").replaceChildren();
      this.failed(problem);
    }
  }

  hop(hop) {
    const place = hop.topic ? `${hop.topic} ${hop.partition}/${hop.offset}` : hop.letter ? "dead letter " + hop.letter : "";
    const who = [hop.service, hop.instance, hop.by].filter(Boolean).join(" ");
    const until = hop.until ? "until " + exactly(hop.until) : "";
    const why = [hop.decision, until, hop.reason].filter(Boolean).join(": ");
    const line = row("td", [exactly(hop.time), hop.version ?? "", hop.what + (hop.test ? " (a test)" : ""), place, who, why]);
    if (hop.trace) line.title = "trace " + hop.trace;
    return line;
  }

  async letters() {
    const key = this.key;
    try {
      const list = await asked(key, "/v1/dead-letters?limit=100&state=" + this.part("state").value);
      if (key !== this.key) return;
      kept((storage) => storage.setItem(KEPT, key));
      this.known(true);
      this.show(list);
    } catch (problem) {
      if (key === this.key) this.failed(problem);
    }
  }

  show(list) {
    if (!list.count) {
      this.part("list").replaceChildren(element("p", "hint", "There is none of these."));
      return;
    }
    const groups = element("table");
    groups.append(
      row("th", ["How many", "From", "Cause", "Oldest", "Newest"]),
      ...list.groups.map((group) =>
        row("td", [String(group.count), group.from, this.cause(group), exactly(group.oldest), exactly(group.newest)]),
      ),
    );
    const letters = element("table", "letters");
    letters.append(row("th", ["Letter", "Time", "Article", "Cause", "State", ""]), ...list.letters.map((each) => this.line(each, list.may)));
    const more = list.next || !list.complete ? [element("p", "hint", `${list.count} there are; these are the newest.`)] : [];
    this.part("list").replaceChildren(groups, letters, ...more);
  }

  cause(said) {
    return [said.cause.split(".").pop(), said.reason].filter(Boolean).join(": ");
  }

  line(letter, may) {
    const state = STATES[letter.state] + (letter.by ? ` by ${letter.by}` : "") + (letter.why ? `: ${letter.why}` : "");
    const times = letter.replays ? `, came back ${letter.replays} times` : "";
    const acts = element("td", "acts");
    const line = row("td", [letter.letter, exactly(letter.time), letter.guid || letter.from, this.cause(letter), state + times, acts]);
    line.dataset.letter = letter.letter;
    if (may.includes("read-letters")) acts.append(button("Show", () => this.whole(letter)));
    if (may.includes("replay") && letter.state !== "replayed") acts.append(button("Replay", () => this.act(letter, "replay")));
    if (may.includes("park") && letter.state !== "replayed") {
      const kind = letter.state === "parked" ? "unpark" : "park";
      acts.append(button(kind === "park" ? "Park" : "Unpark", () => this.act(letter, kind)));
    }
    return line;
  }

  /** Bytes are shown as text, and nothing of them is ever markup. */
  async whole(letter) {
    try {
      const whole = await asked(this.key, "/v1/dead-letters/" + letter.letter);
      const headers = element("dl");
      for (const { name, value } of whole.headers) headers.append(element("dt", "", name), element("dd", "", value));
      this.part("letter").replaceChildren(
        element("h3", "", "Letter " + letter.letter),
        headers,
        element("pre", "text", whole.text + (whole.textCut ? "\n…" : "")),
        element("pre", "hex", whole.hex + (whole.hexCut ? "…" : "")),
      );
      this.part("letter").scrollIntoView({ block: "nearest" });
    } catch (problem) {
      this.part("letter").replaceChildren();
      this.failed(problem);
    }
  }

  async act(letter, kind) {
    const reason = this.part("reason").value.trim();
    this.tell("Asking …");
    for (const each of this.part("list").querySelectorAll("button")) each.disabled = true;
    try {
      const body = JSON.stringify(reason ? { reason } : {});
      const headers = { "Content-Type": "application/json" };
      const done = await asked(this.key, `/v1/dead-letters/${letter.letter}/${kind}`, { method: "POST", headers, body });
      this.tell(`${letter.letter}: ${done.result}: ${done.why}`);
      this.part("reason").value = "";
    } catch (problem) {
      this.failed(problem);
    } finally {
      // the list follows its topic, which takes a moment
      setTimeout(() => this.dialog.open && this.key && this.letters(), 700);
    }
  }
}
