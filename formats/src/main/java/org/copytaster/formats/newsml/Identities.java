package org.copytaster.formats.newsml;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.copytaster.formats.copy.Digests;
import org.copytaster.formats.copy.Draft;
import org.jsoup.nodes.Element;

/** A guid for items that bring none: the digest of what they are, so that a repeat is a repeat. */
final class Identities {

  private Identities() {}

  /** Sets the guid that the source gives, or else one of the item's own content. */
  static void apply(Draft draft, String given, Element item) {
    if (!given.isBlank()) {
      draft.guid(given);
    } else if (!draft.article().hasGuid()) {
      var content = item.outerHtml().getBytes(UTF_8);
      draft.guid(Digests.urn(content)).repair("guid:missing");
    }
  }
}
