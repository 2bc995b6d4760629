package org.copytaster.schemas.history;

import java.time.Instant;
import java.util.regex.Pattern;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * What stays of an article whose text must not be used: which version of what it was, when, from
 * whom, and what became of it. It is built up from the fields that stay, so that a field that
 * nobody thought of goes. {@code docs/decisions/0025} says why each stays.
 */
public final class Tombstone {

  /** What may stay of the reason of a kill, in UTF-16 units. */
  public static final int LONGEST_REASON = 500;

  private static final Pattern NO_CHARACTERS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private Tombstone() {}

  /**
   * An article without its text. The same again if it is one already.
   *
   * @return with the note to editors in one line, cut at {@link #LONGEST_REASON}, if the article is
   *     CANCELED: there the note is the reason of the kill. The note of any other article goes.
   */
  public static Article of(Article article) {
    return Article.newBuilder()
        .setGuid(article.getGuid())
        .setVersion(article.getVersion())
        .setVersionCreated(article.getVersionCreated())
        .setFirstCreated(article.getFirstCreated())
        .setEmbargoed(article.getEmbargoed())
        .setEmbargoUnread(article.getEmbargoUnread())
        .setPubStatus(article.getPubStatus())
        .setSignal(article.getSignal())
        .setUrgency(article.getUrgency())
        .setLanguage(article.getLanguage())
        .setEdNote(article.getPubStatus() == PubStatus.CANCELED ? reason(article) : null)
        .setFormat(article.getFormat())
        .setOriginal(article.getOriginal())
        .setSource(article.getSource())
        .setReceivedAt(article.getReceivedAt())
        .setReadAgainAt(article.getReadAgainAt())
        .setCorrective(article.getCorrective())
        .setCorrects(article.getCorrects())
        .setEvolvedFrom(article.getEvolvedFrom())
        .setSubstitutes(article.getSubstitutes())
        .setSubstitutedBy(article.getSubstitutedBy())
        .setContentHash(article.getContentHash())
        .build();
  }

  /** An article without its text as it travels on: nothing was tagged. */
  public static EnrichedArticle of(Article article, Instant enrichedAt) {
    return EnrichedArticle.newBuilder().setArticle(of(article)).setEnrichedAt(enrichedAt).build();
  }

  private static @Nullable String reason(Article kill) {
    var note = kill.getEdNote() == null ? "" : kill.getEdNote();
    var line = NO_CHARACTERS.matcher(note).replaceAll(" ").strip();
    if (line.isEmpty()) {
      return null;
    }
    if (line.length() <= LONGEST_REASON) {
      return line;
    }
    int end = LONGEST_REASON - 1;
    boolean halved = Character.isHighSurrogate(line.charAt(end - 1));
    return line.substring(0, halved ? end - 1 : end) + "…";
  }
}
