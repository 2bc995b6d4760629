package org.copytaster.formats.copy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.copytaster.schemas.Wording;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;

/**
 * The single-valued fields of an article by their IPTC names, each with how its text becomes a
 * value. Collects what is wrong, so that a source is told everything at once.
 */
public final class ArticleFields {

  private final Map<String, BiConsumer<Article.Builder, String>> setters = new TreeMap<>();
  private final List<FieldProblem> problems = new ArrayList<>();

  /** All fields, and no problem noted yet; one for each article. */
  public ArticleFields() {
    setters.put("guid", Article.Builder::setGuid);
    setters.put("version", (a, v) -> whole("version", v).ifPresent(a::setVersion));
    setters.put(
        "versionCreated", (a, v) -> instant("versionCreated", v).ifPresent(a::setVersionCreated));
    setters.put("firstCreated", (a, v) -> instant("firstCreated", v).ifPresent(a::setFirstCreated));
    setters.put("embargoed", ArticleFields::embargo);
    setters.put(
        "pubStatus",
        (a, v) -> symbol("pubStatus", v, PubStatus.values()).ifPresent(a::setPubStatus));
    setters.put("signal", (a, v) -> symbol("signal", v, Signal.values()).ifPresent(a::setSignal));
    setters.put("urgency", (a, v) -> whole("urgency", v).ifPresent(a::setUrgency));
    setters.put("language", Article.Builder::setLanguage);
    setters.put("headline", Article.Builder::setHeadline);
    setters.put("slugline", Article.Builder::setSlugline);
    setters.put("byline", Article.Builder::setByline);
    setters.put("dateline", Article.Builder::setDateline);
    setters.put("creditline", Article.Builder::setCreditline);
    setters.put("edNote", Article.Builder::setEdNote);
    setters.put("usageTerms", Article.Builder::setUsageTerms);
    setters.put("url", Article.Builder::setUrl);
    setters.put("source", Article.Builder::setSource);
    setters.put("body", Article.Builder::setBody);
    setters.put("corrective", (a, v) -> yes("corrective", v).ifPresent(a::setCorrective));
    setters.put("corrects", (a, v) -> a.setCorrects(link(v)));
    setters.put("evolvedFrom", (a, v) -> a.setEvolvedFrom(link(v)));
    setters.put("substitutes", (a, v) -> a.setSubstitutes(link(v)));
    setters.put("substitutedBy", (a, v) -> a.setSubstitutedBy(link(v)));
  }

  /** The names of all single-valued fields. */
  public Set<String> names() {
    return setters.keySet();
  }

  /** Sets one field; a name or a value that cannot be is noted as a problem. */
  public void put(Article.Builder article, String name, String value) {
    var setter = setters.get(name);
    if (setter == null) {
      problem(name, "is not a field" + nearest(name));
    } else {
      setter.accept(article, value);
    }
  }

  /** Notes what is wrong with a field; no more is kept than is told. */
  public void problem(String field, String reason) {
    if (problems.size() <= FieldProblem.MOST) {
      problems.add(new FieldProblem(field, reason));
    }
  }

  /** To look for it costs as much as the name is long. */
  private String nearest(String name) {
    if (name.length() > Wording.LONGEST_NAME || problems.size() > FieldProblem.MOST) {
      return "";
    }
    var edits = LevenshteinDistance.getDefaultInstance();
    var known = Comparator.comparing((String field) -> edits.apply(name, field));
    return "; the nearest one is " + Collections.min(setters.keySet(), known);
  }

  /**
   * Throws if anything was wrong.
   *
   * @throws UnreadableCopyException with every problem
   */
  public void check() throws UnreadableCopyException {
    if (!problems.isEmpty()) {
      throw new UnreadableCopyException(problems);
    }
  }

  /** An embargo that cannot be read is kept as one: it must hold the article, not vanish. */
  private static void embargo(Article.Builder article, String value) {
    var read = parse(value);
    read.ifPresentOrElse(article::setEmbargoed, () -> article.setEmbargoUnread(true));
  }

  /** A guid alone: its newest version. */
  private static ArticleLink link(String guid) {
    return new ArticleLink(guid, null);
  }

  /** What is not true is left out: it says no more than nothing does. */
  private Optional<Boolean> yes(String field, String value) {
    boolean yes = value.strip().equalsIgnoreCase("true");
    if (!yes && !value.strip().equalsIgnoreCase("false")) {
      problem(field, "must be true or false");
    }
    return yes ? Optional.of(true) : Optional.empty();
  }

  private Optional<Integer> whole(String field, String value) {
    try {
      return Optional.of(Integer.valueOf(value));
    } catch (NumberFormatException e) {
      problem(field, "must be a whole number up to " + Integer.MAX_VALUE);
      return Optional.empty();
    }
  }

  private Optional<Instant> instant(String field, String value) {
    var read = parse(value);
    if (read.isEmpty()) {
      problem(
          field,
          "must be an ISO 8601 date and time with a zone from 1800 to 2199,"
              + " such as 2026-11-23T10:15:00Z");
    }
    return read;
  }

  private static Optional<Instant> parse(String value) {
    try {
      var instant = OffsetDateTime.parse(value.strip()).toInstant();
      return Optional.of(instant).filter(WireTime::plausible);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private <E extends Enum<E>> Optional<E> symbol(String field, String value, E[] symbols) {
    var wanted = value.strip().toUpperCase(Locale.ROOT);
    for (var symbol : symbols) {
      if (symbol.name().equals(wanted)) {
        return Optional.of(symbol);
      }
    }
    problem(field, "must be one of " + List.of(symbols));
    return Optional.empty();
  }
}
