// The dialog of what is held: an editor's key, the list, and what may be done with each article.
import { ask } from "./ask.js";
import { element, exactly } from "./list.js";

const EVERY = 5000;
const KEPT = "copytaster-editor-key";
const CAUSES = { embargo: "embargo", unread: "its end could not be read", "hold-by": "held" };

/** A browser may keep nothing for this page; then an editor signs in again after each visit. */
function kept(work) {
  try {
    return work(sessionStorage) || "";
  } catch {
    return "";
  }
}

function length(millis) {
  const minutes = Math.max(0, Math.round(millis / 60000));
  if (minutes < 120) return minutes + " min";
  return minutes < 2880 ? Math.round(minutes / 60) + " h" : Math.round(minutes / 1440) + " days";
}

/** What an editor is answered: an act that was refused is an answer, too. */
function asked(key, path, options = {}) {
  const headers = { Authorization: "Bearer " + key, ...options.headers };
  return ask(path, undefined, { ...options, headers }, (response, body) => response.ok || body.id);
}

export class HeldPanel {
  /** @param dialog with a form for the key, a line that tells, and a place for the list */
  constructor(dialog) {
    this.dialog = dialog;
    this.form = dialog.querySelector("#held-who");
    this.input = dialog.querySelector("#held-key");
    this.told = dialog.querySelector("#held-told");
    this.body = dialog.querySelector("#held-body");
    this.reason = dialog.querySelector("#held-reason");
    this.out = dialog.querySelector("#held-out");
    this.key = kept((storage) => storage.getItem(KEPT));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.key = this.input.value.trim();
      this.input.value = "";
      this.refresh();
    });
    this.out.addEventListener("click", () => this.leave("Signed out."));
    setInterval(() => this.dialog.open && this.key && !this.busy && !document.hidden && this.refresh(), EVERY);
  }

  open() {
    this.tell("");
    this.dialog.showModal();
    if (this.key) this.refresh();
    else this.leave("");
  }

  /** Nothing of what was seen stays. */
  leave(why) {
    this.key = "";
    kept((storage) => storage.removeItem(KEPT));
    this.body.replaceChildren();
    this.known(false);
    this.tell(why);
    this.input.focus();
  }

  known(known) {
    this.form.hidden = known;
    this.out.hidden = !known;
    this.reason.parentElement.hidden = !known;
  }

  tell(text) {
    if (this.told.textContent !== text) this.told.textContent = text;
  }

  async refresh() {
    const key = this.key;
    try {
      const list = await asked(key, "/v1/held");
      if (key !== this.key) return;
      kept((storage) => storage.setItem(KEPT, key));
      if (this.out.hidden) this.tell("");
      this.known(true);
      if (!this.busy && !this.body.querySelector(".until")) this.show(list);
    } catch (problem) {
      if (key !== this.key) return;
      if (problem.status === 401 || problem.status === 403) this.leave(problem.message);
      else this.tell(problem.message);
    }
  }

  show(list) {
    if (!list.held.length) {
      this.body.replaceChildren(element("p", "hint", "Nothing is held."));
      return;
    }
    const table = element("table");
    const head = element("tr");
    for (const name of ["Until", "Held for", "Source", "Article", "Why", "May be"]) head.append(element("th", "", name));
    table.append(head, ...list.held.map((held) => this.row(held, list.may)));
    const shown = [table];
    if (list.next || !list.complete) shown.push(element("p", "hint", `${list.count} are held; these are the first.`));
    this.body.replaceChildren(...shown);
  }

  row(held, may) {
    const row = element("tr");
    row.dataset.guid = held.guid;
    const why = CAUSES[held.cause] || held.cause;
    row.append(
      element("td", "", held.until ? exactly(held.until) : "–"),
      element("td", "", length(Date.now() - new Date(held.since))),
      element("td", "", held.source + (held.urgency ? ", urgency " + held.urgency : "")),
      element("td", "guid", `${held.guid} version ${held.version}`),
      element("td", "", why + (held.heldBy ? " by " + held.heldBy : "")),
      this.buttons(row, held, may),
    );
    return row;
  }

  buttons(row, held, may) {
    const cell = element("td", "acts");
    const add = (name, kind, work) => {
      if (!may.includes(kind)) return;
      const button = element("button", "", name);
      button.type = "button";
      button.addEventListener("click", work);
      cell.append(button);
    };
    add("Release", "release", () => this.sure(cell, held));
    if (held.cause !== "hold-by") {
      add("Extend", "extend", () => this.until(cell, held));
      add("Hold", "hold", () => this.act(held, "hold", {}));
    }
    return cell;
  }

  /** What has gone out cannot be called back unseen, so it takes two clicks. */
  sure(cell, held) {
    const yes = element("button", "until", "Release now");
    yes.type = "button";
    yes.addEventListener("click", () => this.act(held, "release", {}));
    cell.replaceChildren(yes, this.back());
    yes.focus();
  }

  until(cell, held) {
    const input = element("input", "until");
    input.type = "datetime-local";
    input.setAttribute("aria-label", "New end of the embargo, in this machine's time");
    const set = element("button", "", "Set");
    set.type = "button";
    set.addEventListener("click", () => {
      const until = new Date(input.value);
      if (!input.value || Number.isNaN(until.getTime())) this.tell("Choose a day and a time.");
      else this.act(held, "extend", { until: until.toISOString() });
    });
    cell.replaceChildren(input, set, this.back());
    input.focus();
  }

  back() {
    const back = element("button", "", "Back");
    back.type = "button";
    back.addEventListener("click", () => {
      this.body.replaceChildren();
      this.refresh();
    });
    return back;
  }

  async act(held, kind, more) {
    if (this.busy) return;
    this.busy = true;
    const body = { version: held.version, ...more };
    if (this.reason.value.trim()) body.reason = this.reason.value.trim();
    for (const button of this.body.querySelectorAll("button")) button.disabled = true;
    this.tell("Asking …");
    try {
      const headers = { "Content-Type": "application/json", "Idempotency-Key": this.once() };
      const path = `/v1/held/${encodeURIComponent(held.guid)}/${kind}`;
      const act = await asked(this.key, path, { method: "POST", headers, body: JSON.stringify(body) });
      this.tell(`${held.guid}: ${act.result}${act.why ? ": " + act.why : ""}`);
      this.reason.value = "";
    } catch (problem) {
      this.tell(problem.message);
    } finally {
      this.busy = false;
      this.body.replaceChildren();
      this.refresh();
    }
  }

  /** Under which an act is done once, however often it is sent. */
  once() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}
