package org.copytaster.formats.teletype;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.formats.copy.Draft;
import org.copytaster.schemas.record.PubStatus;

/**
 * Links that copy tells in words: whose place it takes, or whom it corrects. Only a story that is
 * named by its whole keyword line is linked, for of that its guid is made; where two are named in
 * words of one kind neither is.
 */
final class ToldLinks {

  private static final List<Pattern> SUBSTITUTES =
      NamedArticle.patterns("link-words.tsv", "substitutes");
  private static final List<Pattern> CORRECTS = NamedArticle.patterns("link-words.tsv", "corrects");

  /** Behind so many characters the story itself has begun. */
  private static final int HEAD = 1_000;

  private ToldLinks() {}

  /**
   * Sets the links that are told, where a field made for them has none yet.
   *
   * @param text all that the copy says
   * @param near a day near to that of the story
   * @param guid of the story that is named
   */
  static void set(Draft draft, String text, LocalDate near, Function<NamedArticle, String> guid) {
    if (draft.article().getPubStatus() == PubStatus.CANCELED) {
      return;
    }
    var head = text.substring(0, Math.min(text.length(), HEAD));
    Function<List<Pattern>, Optional<String>> told =
        kind ->
            only(NamedArticle.all(kind, head, near).stream().map(guid))
                .filter(other -> !other.equals(draft.article().getGuid()));
    if (draft.article().getSubstitutes() == null) {
      told.apply(SUBSTITUTES).ifPresent(other -> draft.substitutes(other, null));
    }
    if (draft.article().getCorrects() == null) {
      told.apply(CORRECTS).ifPresent(other -> draft.corrects(other, null));
    }
  }

  private static Optional<String> only(Stream<String> guids) {
    var all = guids.collect(Collectors.toSet());
    return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }
}
