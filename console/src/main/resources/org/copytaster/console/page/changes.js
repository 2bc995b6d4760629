// What changed between two versions of an article: asked for when the reader opens it.
import { ask } from "./ask.js";
import { element } from "./list.js";

const FIELDS = { pubStatus: "status", edNote: "note to editors", usageTerms: "terms of use", versionCreated: "created" };
const GONE = { killed: "was killed", withheld: "is withheld", unknown: "is not kept" };

export class Changes {
  /** @param open whether the reader had opened it before */
  constructor(article, open) {
    this.article = article;
    this.abort = null;
    this.node = element("details", "changes");
    this.result = element("div", "result");
    this.said = element("p", "said"); // told aloud; the whole list would be too long for that
    this.said.setAttribute("role", "status");
    const versions = article.versions.map((version) => version.version);
    this.from = this.choice("From version", versions, versions[1]);
    this.to = this.choice("to version", versions, versions[0]);
    const pick = element("p", "pick");
    pick.append(this.label(this.from), " ", this.label(this.to));
    this.node.append(element("summary", "", "What changed"), pick, this.said, this.result);
    this.node.addEventListener("toggle", () => this.node.open && this.ask());
    this.node.open = open;
  }

  /** Only where there are two versions to compare. */
  static of(article, open) {
    return (article.versions || []).length > 1 ? [new Changes(article, open)] : [];
  }

  choice(name, versions, chosen) {
    const select = element("select");
    select.dataset.name = name;
    for (const version of versions) {
      const option = element("option", "", String(version));
      option.value = version;
      option.selected = version === chosen;
      select.append(option);
    }
    select.addEventListener("change", () => this.ask());
    return select;
  }

  label(select) {
    const label = element("label", "", select.dataset.name + " ");
    label.append(select);
    return label;
  }

  async ask() {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    if (this.from.value === this.to.value) {
      this.say("Choose two versions.");
      return;
    }
    const path = `/v1/articles/${encodeURIComponent(this.article.guid)}/versions/${this.from.value}..${this.to.value}`;
    try {
      const difference = await ask(path, abort);
      if (abort === this.abort) this.show(difference);
    } catch (problem) {
      if (abort === this.abort) this.say(`This cannot be shown: ${problem.message}.`);
    }
  }

  show(difference) {
    const nodes = [];
    for (const version of [difference.from, difference.to]) {
      if (version.textGone) {
        nodes.push(element("p", "gone", `The text of version ${version.version} is not here: it ${GONE[version.textGone]}.`));
      }
    }
    nodes.push(
      ...this.list("Figures", difference.figures, (change) => this.short(change.from, change.to, change.about)),
      ...this.list("Names", difference.names, (change) => this.short(change.from?.name, change.to?.name)),
      ...this.list("Dates", difference.dates, (change) => this.short(this.date(change.from), this.date(change.to))),
      ...this.list("Fields", difference.fields, (change) => this.field(change)),
      ...this.list("Sentences", difference.sentences, (change) => this.sentence(change)),
    );
    if (difference.leftOut) nodes.push(element("p", "left-out", `${difference.leftOut.toLocaleString("en")} more changes are not shown.`));
    if (difference.comparedUpTo) nodes.push(element("p", "left-out", `Only the first ${difference.comparedUpTo.toLocaleString("en")} characters are compared.`));
    if (difference.rough) nodes.push(element("p", "left-out", "The texts are too long to be compared word by word throughout."));
    this.say(this.counted(difference), ...nodes);
  }

  say(text, ...nodes) {
    this.said.textContent = text;
    this.result.replaceChildren(...nodes);
  }

  counted(difference) {
    const counts = [];
    for (const kind of ["figures", "names", "dates", "fields", "sentences"]) {
      const count = difference[kind].length;
      if (count) counts.push(`${count} ${count === 1 ? kind.slice(0, -1) : kind}`);
    }
    return counts.length ? `Changed: ${counts.join(", ")}.` : "Nothing that a reader would see.";
  }

  list(title, changes, write) {
    if (!changes.length) return [];
    const list = element("ul");
    for (const change of changes) {
      const row = element("li", change.change || "changed");
      row.append(...write(change));
      list.append(row);
    }
    return [element("h3", "", title), list];
  }

  date(date) {
    return date && (date.value ? `${date.surface} (${date.value})` : date.surface);
  }

  /** What went, what came, and what it is about. */
  short(from, to, about) {
    const nodes = [];
    if (from) nodes.push(element("del", "", from));
    if (from && to) nodes.push(" → ");
    if (to) nodes.push(element("ins", "", to));
    if (about && !`${from || ""} ${to || ""}`.includes(about)) nodes.push(" " + about);
    return nodes;
  }

  field(change) {
    const name = element("span", "label", (FIELDS[change.field] || change.field) + " ");
    return [name, ...(change.edits ? this.edits(change.edits) : this.short(change.from, change.to))];
  }

  sentence(change) {
    const label = element("span", "label", change.change + " ");
    if (change.edits) return [label, ...this.edits(change.edits)];
    return [label, ...this.short(change.from?.text, change.to?.text)];
  }

  edits(edits) {
    const tags = { same: "span", removed: "del", added: "ins" };
    return edits.map((edit) => element(tags[edit.op] || "span", "", edit.text));
  }
}
