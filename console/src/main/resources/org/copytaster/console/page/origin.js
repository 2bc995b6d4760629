// Where an article comes from: its address, its lead picture, what was mended, and when it may have been written.
import { element } from "./list.js";
import { percent } from "./zones.js";

const VERDICTS = { ACCEPTED: "taken", INFERRED: "inferred", REFUSED: "refused" };

/** The address as a link that tells nobody where the reader comes from; as text if it is none of the web. */
export function address(url, text) {
  if (!/^https?:\/\//i.test(url)) return element("span", "", text || url);
  const link = element("a", "", text || url);
  link.href = url;
  link.rel = "noreferrer noopener";
  link.target = "_blank";
  return link;
}

/** A badge "mended: mojibake" where the source's bytes could not be read as they came. */
export function mended(article) {
  if (!(article.repairs || []).length) return [];
  const badge = element("span", "badge corr", "mended: " + article.repairs.join(", "));
  badge.title = "What was mended in the source's bytes before they could be read";
  return [badge];
}

/** The lead picture in words: it is not fetched, since that would tell its site who reads what here. */
export function picture(article) {
  if (!article.picture) return [];
  const figure = element("figure", "picture");
  if (article.picture.caption) figure.append(element("figcaption", "", article.picture.caption));
  if (article.picture.credit) figure.append(element("p", "credit", article.picture.credit));
  figure.append(address(article.picture.url));
  return [element("h3", "", "Lead picture"), figure];
}

/** The ledger of creation times: each candidate with its verdict and the reason. */
export function ledger(article) {
  const candidates = article.dctCandidates || [];
  if (!candidates.length) return [];
  const list = element("ul", "ledger");
  for (const candidate of candidates) {
    const row = element("li", candidate.verdict.toLowerCase());
    const verdict = VERDICTS[candidate.verdict] || candidate.verdict.toLowerCase();
    const sure = candidate.confidence ? ` ${percent(candidate.confidence)}` : "";
    row.append(
      element("span", "method", candidate.method),
      element("span", "verdict", verdict + sure),
      element("b", "", candidate.value),
      element("span", "why", candidate.reason),
    );
    list.append(row);
  }
  return [element("h3", "", "When it was written"), list];
}
