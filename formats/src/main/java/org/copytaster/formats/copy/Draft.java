package org.copytaster.formats.copy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.Picture;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.PublicationDate;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Subject;
import org.jspecify.annotations.Nullable;

/**
 * An article as a reader of a wire format puts it together. Agencies break their formats daily, so
 * a value that cannot be does not refuse the article: it is kept in {@code extra} under its
 * source's name and flagged among the repairs. Where that would be unsafe it falls to the safe
 * side: an embargo that cannot be read holds, a status that nobody knows withholds.
 */
public final class Draft {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");
  private static final Pattern BY = Pattern.compile("^by:? +(?=\\S)", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_EXTRA = 100_000;
  private static final int LONGEST_GUID = 512;

  private final Article.Builder article = Article.newBuilder();
  private final TreeMap<String, String> extra = new TreeMap<>();
  private final Set<Subject> subjects = new LinkedHashSet<>();
  private final List<String> repairs;
  private final Circumstances circumstances;
  private boolean numbered;

  /**
   * A draft that begins with what is given beside the copy; what the copy says replaces it.
   *
   * @param repairs what was mended before the copy could be read
   * @throws UnreadableCopyException if what is given cannot be
   */
  public Draft(Copy copy, List<String> repairs) throws UnreadableCopyException {
    this.circumstances = copy.circumstances();
    this.repairs = new ArrayList<>(repairs);
    var fields = new ArticleFields();
    copy.given().forEach((name, value) -> fields.put(article, name, value));
    fields.check();
    numbered = copy.given().containsKey("version");
  }

  /** The builder underneath, for fields that need no care. */
  public Article.Builder article() {
    return article;
  }

  /** What is known of the source beside the copy. */
  public Circumstances circumstances() {
    return circumstances;
  }

  /** Blanks, which a guid may not have, become underscores; a guid given beforehand goes. */
  public Draft guid(@Nullable String value) {
    line(value).ifPresent(guid -> article.setGuid(guid.replace(' ', '_')));
    return this;
  }

  /**
   * A version as its source counts. What is no whole number, or too long for one (some agencies
   * write the time), is kept in {@code extra} and counts as a number that grows: seconds since
   * 1970.
   */
  public Draft version(@Nullable String value) {
    line(value)
        .ifPresent(
            version -> {
              var number = Versions.of(version, circumstances.zone());
              number.ifPresent(article::setVersion);
              numbered = number.isPresent();
              if (number.isEmpty() || !version.equals(Integer.toString(number.get()))) {
                extra("version", version);
              }
            });
    return this;
  }

  /** When this version was made: ISO 8601 as {@link WireTime} reads it; null says nothing. */
  public Draft versionCreated(@Nullable String value) {
    time("versionCreated", value).ifPresent(article::setVersionCreated);
    return this;
  }

  /** When the first version was made: ISO 8601 as {@link WireTime} reads it; null says nothing. */
  public Draft firstCreated(@Nullable String value) {
    time("firstCreated", value).ifPresent(article::setFirstCreated);
    return this;
  }

  /** An embargo; one that cannot be read holds the article. */
  public Draft embargoed(@Nullable String value) {
    var given = line(value);
    if (given.isPresent()) {
      var read = WireTime.read(given.get(), circumstances.zone());
      read.map(this::told).ifPresentOrElse(article::setEmbargoed, () -> unread(given.get()));
    }
    return this;
  }

  private void unread(String value) {
    article.setEmbargoUnread(true);
    extra("embargoed", value);
    repair("embargoed:unreadable");
  }

  /**
   * A status under any of the names that IPTC gave it: {@code usable}, {@code stat:canceled},
   * {@code Embargoed}. One that nobody knows withholds the article.
   */
  public Draft pubStatus(@Nullable String value) {
    line(value)
        .ifPresent(
            status -> {
              var known = StatusWords.of(status);
              article.setPubStatus(known.orElse(PubStatus.WITHHELD));
              if (known.isEmpty()) {
                extra("pubStatus", status);
                repair("pubStatus:unknown");
              }
            });
    return this;
  }

  /** What the version is to the one before; the strongest of several stands. */
  public Draft signal(@Nullable Signal signal) {
    var before = article.getSignal();
    if (signal != null
        && (before == null || StatusWords.weight(signal) > StatusWords.weight(before))) {
      article.setSignal(signal);
    }
    return this;
  }

  /** A correction, and one of an earlier day's copy. */
  public Draft corrective() {
    article.setCorrective(true);
    return signal(Signal.CORRECTION);
  }

  /**
   * What this was made of. As with all links the first one counts, others go to {@code extra}.
   *
   * @param guid null or blank says nothing
   * @param version as its source counts; null or blank for whichever is the newest
   */
  public Draft evolvedFrom(@Nullable String guid, @Nullable String version) {
    link("evolvedFrom", article.getEvolvedFrom(), guid, version).ifPresent(article::setEvolvedFrom);
    return this;
  }

  /** What this takes the place of; see {@link #evolvedFrom}. */
  public Draft substitutes(@Nullable String guid, @Nullable String version) {
    link("substitutes", article.getSubstitutes(), guid, version).ifPresent(article::setSubstitutes);
    return this;
  }

  /** What takes the place of this; see {@link #evolvedFrom}. */
  public Draft substitutedBy(@Nullable String guid, @Nullable String version) {
    link("substitutedBy", article.getSubstitutedBy(), guid, version)
        .ifPresent(article::setSubstitutedBy);
    return this;
  }

  /** What this corrects; see {@link #evolvedFrom}. */
  public Draft corrects(@Nullable String guid, @Nullable String version) {
    link("corrects", article.getCorrects(), guid, version).ifPresent(article::setCorrects);
    return this;
  }

  private Optional<ArticleLink> link(
      String field, @Nullable ArticleLink before, @Nullable String guid, @Nullable String version) {
    var given = line(guid).map(name -> name.replace(' ', '_'));
    if (given.isEmpty()) {
      return Optional.empty();
    }
    var name = given.get();
    boolean odd = name.length() > LONGEST_GUID || name.chars().anyMatch(Character::isISOControl);
    if (odd || before != null) {
      extra(field, name);
      return Optional.empty();
    }
    var number = line(version).flatMap(text -> Versions.of(text, circumstances.zone()));
    return Optional.of(new ArticleLink(name, number.orElse(null)));
  }

  /** From 1 to 9; anything else goes to {@code extra}. */
  public Draft urgency(@Nullable String value) {
    line(value)
        .ifPresent(
            urgency -> {
              if (urgency.matches("[1-9]")) {
                article.setUrgency(Integer.parseInt(urgency));
              } else {
                extra("urgency", urgency);
              }
            });
    return this;
  }

  /** A BCP 47 tag, also with an underscore; anything else goes to {@code extra}. */
  public Draft language(@Nullable String value) {
    line(value)
        .map(language -> language.replace('_', '-'))
        .ifPresent(
            language -> {
              if (LANGUAGE.matcher(language).matches()) {
                article.setLanguage(language);
              } else {
                extra("language", language);
              }
            });
    return this;
  }

  /** The headline, in one line; null or blank says nothing. */
  public Draft headline(@Nullable String value) {
    line(value).ifPresent(article::setHeadline);
    return this;
  }

  /** The slugline, in one line; null or blank says nothing. */
  public Draft slugline(@Nullable String value) {
    line(value).ifPresent(article::setSlugline);
    return this;
  }

  /** Who wrote it, without the English word that some put before the names and others do not. */
  public Draft byline(@Nullable String value) {
    line(value)
        .map(line -> BY.matcher(line).replaceFirst(""))
        .filter(line -> !line.isEmpty())
        .ifPresent(article::setByline);
    return this;
  }

  /** The dateline, in one line; null or blank says nothing. */
  public Draft dateline(@Nullable String value) {
    line(value).ifPresent(article::setDateline);
    return this;
  }

  /** The creditline, in one line; null or blank says nothing. */
  public Draft creditline(@Nullable String value) {
    line(value).ifPresent(article::setCreditline);
    return this;
  }

  /** Several notes to editors become one, in their order. */
  public Draft edNote(@Nullable String value) {
    line(value)
        .ifPresent(
            note -> {
              var before = article.getEdNote();
              if (before != null && before.length() >= LONGEST_EXTRA) {
                repair("edNote:shortened");
                return;
              }
              article.setEdNote(before == null ? note : before + "\n" + note);
            });
    return this;
  }

  /** The terms of use; null or blank says nothing. */
  public Draft usageTerms(@Nullable String value) {
    line(value).ifPresent(article::setUsageTerms);
    return this;
  }

  /** Where the article stands on the web; null or blank says nothing. */
  public Draft url(@Nullable String value) {
    line(value).ifPresent(article::setUrl);
    return this;
  }

  /**
   * Adds a subject, IPTC's codes with their broader ones, unless it says nothing or was there
   * before.
   */
  public Draft subject(Subject subject) {
    boolean empty = subject.getCode() == null && subject.getName() == null;
    if (!empty) {
      subjects.add(Newscodes.normal(subject));
    }
    return this;
  }

  /** The picture that leads the article; null for none. */
  public Draft picture(@Nullable Picture picture) {
    article.setPicture(picture);
    return this;
  }

  /** The days that a page names as those of its publication, in its order. */
  public Draft publicationDates(List<PublicationDate> dates) {
    article.setPublicationDates(dates);
    return this;
  }

  /** The text, with the zones of its paragraphs. */
  public Draft body(BodyBuilder paragraphs) {
    paragraphs.into(article);
    return this;
  }

  /**
   * Keeps what fits no field.
   *
   * @param name under which the source has it; a second value under the same name goes on a line of
   *     its own
   */
  public Draft extra(String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      var kept = value.strip();
      var before = extra.getOrDefault(name, "");
      if (before.length() >= LONGEST_EXTRA) {
        return this;
      }
      var whole = before.isEmpty() ? kept : before + "\n" + kept;
      extra.put(name, whole.substring(0, Math.min(whole.length(), LONGEST_EXTRA)));
    }
    return this;
  }

  /** Flags what was mended; the same repair is told once. */
  public Draft repair(String repair) {
    if (!repairs.contains(repair)) {
      repairs.add(repair);
    }
    return this;
  }

  /** Whether this repair was flagged. */
  public boolean repaired(String repair) {
    return repairs.contains(repair);
  }

  /** The draft as an article. */
  public Reading.Text reading() {
    if (article.getVersionCreated() == null && article.getFirstCreated() != null) {
      article.setVersionCreated(article.getFirstCreated());
      repair("versionCreated:from-firstCreated");
    }
    article.setExtra(extra).setSubjects(List.copyOf(subjects)).setRepairs(repairs);
    return new Reading.Text(article, numbered);
  }

  private Optional<Instant> time(String field, @Nullable String value) {
    var given = line(value);
    var read = given.flatMap(text -> WireTime.read(text, circumstances.zone()));
    if (given.isPresent() && read.isEmpty()) {
      extra(field, given.get());
      repair(field + ":unreadable");
    }
    return read.map(this::told);
  }

  /** The moment, after a zone that had to be assumed was flagged. */
  private Instant told(WireMoment moment) {
    if (moment.assumed() != null) {
      repair(WireMoment.repair(moment.assumed()));
    }
    return moment.instant();
  }

  /** One line without blanks around it; nothing if nothing is left. */
  private static Optional<String> line(@Nullable String value) {
    if (value == null) {
      return Optional.empty();
    }
    var line = BLANKS.matcher(value).replaceAll(" ").strip();
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }
}
