// The articles that an article carries on, corrects or takes the place of, and those that do so of it.
import { element } from "./list.js";

const PLACES = {
  substitutedBy: "Use instead",
  substitutes: "Takes the place of",
  correctedBy: "Corrected by",
  corrects: "Corrects",
  evolvedInto: "Carried on in",
  evolvedFrom: "Carries on",
};
const STATES = { CANCELED: "killed", WITHHELD: "withheld" };

/** A link to an article that is here, or the guid of one that is not. */
function other(article, link) {
  const state = link.stored ? STATES[link.pubStatus] : "not here yet";
  const name = link.headline || link.guid;
  const node = element(link.stored ? "a" : "span", "", name);
  if (link.stored) node.href = "#" + encodeURIComponent(link.guid);
  node.title = link.guid;
  const version = link.version ? ` (v${link.version})` : "";
  const source = link.source && link.source !== article.source ? `, from ${link.source}` : "";
  return [node, version + source + (state ? `, ${state}` : "")];
}

/** What may be used in place of what is killed or withheld stands where its headline would. */
export function instead(article) {
  const links = (article.chain?.substitutedBy || []).filter((link) => !link.stored || link.pubStatus === "USABLE");
  if (article.pubStatus === "USABLE" || !links.length) return [];
  const note = element("p", "note instead", "Use instead: ");
  links.forEach((link, index) => note.append(...(index ? [", "] : []), ...other(article, link)));
  return [note];
}

/** All links, each kind under its heading. */
export function chain(article) {
  const nodes = [];
  for (const [place, title] of Object.entries(PLACES)) {
    const links = article.chain?.[place] || [];
    if (!links.length) continue;
    const list = element("ul", "chain");
    for (const link of links) {
      const row = element("li");
      row.append(...other(article, link));
      list.append(row);
    }
    nodes.push(element("h3", "", title), list);
  }
  if (article.chain?.more) nodes.push(element("p", "left-out", "More articles name this one than are shown."));
  return nodes;
}
