// Zones of a text: their names, which of them a reader has hidden, and the legend that shows and changes that.
import { element } from "./list.js";

export const NAMES = {
  HEADLINE: "headline", BYLINE: "byline", DATELINE: "dateline", BODY: "body", CAPTION: "caption",
  CREDIT: "credit", CONTRIBUTORS: "contributors", TEASER: "teaser", FURNITURE: "furniture",
};
const NOISE = ["TEASER", "FURNITURE"];
const KEPT = "copytaster.hiddenZones";
const UNSURE = 0.5;

export const percent = (number) => Math.round(number * 100) + " %";
export const named = (zone) => NAMES[zone] || zone.toLowerCase();

/** Whether the zone is little more than a guess; one that comes without a confidence is not. */
export const unsure = (stretch) => stretch.confidence !== undefined && stretch.confidence < UNSURE;

/** The zone in words: what a reader of the screen hears. */
export function told(stretch) {
  return named(stretch.zone) + (stretch.confidence === undefined ? "" : `, ${percent(stretch.confidence)} sure`);
}

export class ZoneLegend {
  /** @param changed called after a zone was hidden or shown */
  constructor(changed) {
    this.changed = changed;
    this.hidden = new Set(kept());
  }

  isHidden(zone) {
    return this.hidden.has(zone);
  }

  show(zone) {
    if (this.hidden.delete(zone)) this.keep();
  }

  /** The legend of the zones that occur, and one box for all that is not the article. */
  node(stretches) {
    this.box = null;
    const root = element("div", "legend");
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", "Zones of the text");
    const total = stretches.reduce((sum, stretch) => sum + length(stretch), 0);
    for (const zone of Object.keys(NAMES)) {
      const mine = stretches.filter((stretch) => stretch.zone === zone);
      if (mine.length) root.append(this.button(zone, mine, total));
    }
    if (stretches.some((stretch) => NOISE.includes(stretch.zone))) root.append(this.noise());
    this.state = element("span", "state");
    this.state.setAttribute("role", "status");
    root.append(this.state);
    this.root = root;
    this.stretches = stretches;
    this.tell();
    return root;
  }

  button(zone, stretches, total) {
    const share = stretches.reduce((sum, stretch) => sum + length(stretch), 0) / Math.max(1, total);
    const button = element("button", "key");
    button.type = "button";
    button.dataset.zone = zone;
    const guesses = stretches.filter(unsure).length;
    button.title = `${stretches.length === 1 ? "1 stretch" : stretches.length + " stretches"}, ${percent(share)} of the text`
      + (guesses ? `; ${guesses} unsure` : "");
    button.append(element("i", "swatch"), element("span", "", named(zone)), element("span", "times", String(stretches.length)));
    if (guesses) button.append(element("span", "guess", "?"));
    button.addEventListener("click", () => {
      if (!this.hidden.delete(zone)) this.hidden.add(zone);
      this.keep();
    });
    return button;
  }

  noise() {
    const label = element("label");
    this.box = element("input");
    this.box.type = "checkbox";
    this.box.id = "clean";
    this.box.addEventListener("change", () => {
      for (const zone of NOISE) {
        if (this.box.checked) this.hidden.add(zone);
        else this.hidden.delete(zone);
      }
      this.keep();
    });
    label.append(this.box, "Hide furniture and teasers");
    return label;
  }

  keep() {
    try {
      localStorage.setItem(KEPT, JSON.stringify([...this.hidden]));
    } catch {
      // a browser may keep nothing; then it lasts as long as the page
    }
    this.tell();
    this.changed();
  }

  tell() {
    if (!this.root) return;
    for (const button of this.root.querySelectorAll("button.key")) {
      button.setAttribute("aria-pressed", String(!this.hidden.has(button.dataset.zone)));
    }
    if (this.box) {
      const off = NOISE.filter((zone) => this.hidden.has(zone)).length;
      this.box.checked = off === NOISE.length;
      this.box.indeterminate = off === 1;
    }
    const away = this.stretches.filter((stretch) => this.hidden.has(stretch.zone)).length;
    this.state.textContent = away ? (away === 1 ? "1 stretch hidden" : `${away} stretches hidden`) : "";
  }
}

const length = (stretch) => stretch.end - stretch.begin;

function kept() {
  try {
    const zones = JSON.parse(localStorage.getItem(KEPT) || "[]");
    return Array.isArray(zones) ? zones.filter((zone) => zone in NAMES) : [];
  } catch {
    return [];
  }
}
