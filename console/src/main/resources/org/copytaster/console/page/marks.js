// Cuts a text into pieces at every edge of a zone, a mention or a time expression, so that marks
// may overlap or nest in any way: a piece knows all that cover it. Offsets are UTF-16, as in JavaScript.

/** Zones in order, with what no zone covers as stretches of their own. */
export function stretches(text, zones) {
  const sorted = [...(zones || [])]
    .filter((zone) => zone.begin < zone.end && zone.begin >= 0 && zone.end <= text.length)
    .sort((a, b) => a.begin - b.begin);
  const all = [];
  let at = 0;
  for (const zone of sorted) {
    if (zone.end <= at) continue;
    const begin = Math.max(zone.begin, at);
    if (begin > at && text.slice(at, begin).trim()) all.push({ begin: at, end: begin, zone: "BODY" });
    all.push({ ...zone, begin });
    at = zone.end;
  }
  if (text.slice(at).trim()) all.push({ begin: at, end: text.length, zone: "BODY" });
  return all;
}

/** Everything that is marked, each with its span and where it comes from. */
export function spans(article) {
  const all = [];
  (article.entities || []).forEach((entity, index) => {
    for (const mention of entity.mentions || []) {
      all.push({ begin: mention.begin, end: mention.end, entity, index, mention });
    }
  });
  (article.timexes || []).forEach((timex, index) => all.push({ begin: timex.begin, end: timex.end, timex, index }));
  return all.filter((span) => span.begin < span.end);
}

/** The pieces between begin and end, each with the spans that cover it. */
export function pieces(begin, end, spans) {
  const inside = spans.filter((span) => span.begin < end && span.end > begin);
  const edges = new Set([begin, end]);
  for (const span of inside) {
    edges.add(Math.max(begin, span.begin));
    edges.add(Math.min(end, span.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, i) => ({
    begin: from,
    end: sorted[i + 1],
    spans: inside.filter((span) => span.begin <= from && span.end >= sorted[i + 1]),
  }));
}
