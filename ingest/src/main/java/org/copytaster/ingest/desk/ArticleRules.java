package org.copytaster.ingest.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.PubStatus;
import org.jspecify.annotations.Nullable;

/** What every article must keep to, whatever format it came in. */
final class ArticleRules {

  private static final int LONGEST_GUID = 512;
  private static final int LONGEST_LINE = 10_000;
  private static final int MOST_SUBJECTS = 1_000;
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

  private final Article article;
  private final List<FieldProblem> problems = new ArrayList<>();

  private ArticleRules(Article article) {
    this.article = article;
  }

  /** Everything that is wrong with {@code article}; empty if nothing is. */
  static List<FieldProblem> problems(Article article) {
    var rules = new ArticleRules(article);
    rules.identity();
    rules.links();
    rules.lines();
    rules.page();
    rules.body();
    rules.zones();
    return List.copyOf(rules.problems);
  }

  private void identity() {
    guid("guid", article.getGuid());
    if (article.getVersion() < 1) {
      problem("version", "must be 1 or more");
    }
    var urgency = article.getUrgency();
    if (urgency != null && (urgency < 1 || urgency > 9)) {
      problem("urgency", "must be from 1 to 9");
    }
    if (!SOURCE.matcher(article.getSource()).matches()) {
      problem("source", "must be 1 to 40 letters, digits, dots, dashes or underscores");
    }
    var language = article.getLanguage();
    if (language != null && !LANGUAGE.matcher(language).matches()) {
      problem("language", "must be a BCP 47 tag such as en or en-GB");
    }
  }

  private void guid(String field, String guid) {
    if (guid.isBlank()) {
      problem(field, "is missing");
    } else if (guid.length() > LONGEST_GUID) {
      problem(field, "must not be longer than " + LONGEST_GUID + " characters");
    } else if (guid.codePoints().anyMatch(c -> Character.isISOControl(c) || c == ' ')) {
      problem(field, "must not contain blanks or control characters");
    }
  }

  private void links() {
    link("corrects", article.getCorrects());
    link("evolvedFrom", article.getEvolvedFrom());
    link("substitutes", article.getSubstitutes());
    link("substitutedBy", article.getSubstitutedBy());
  }

  /** They stay when the text must go, so they may hold no more than a guid does. */
  private void link(String field, @Nullable ArticleLink link) {
    if (link == null) {
      return;
    }
    guid(field, link.getGuid());
    var version = link.getVersion();
    if (version != null && version < 1) {
      problem(field, "must name version 1 or more");
    }
  }

  private void lines() {
    line("headline", article.getHeadline());
    line("slugline", article.getSlugline());
    line("byline", article.getByline());
    line("dateline", article.getDateline());
    line("creditline", article.getCreditline());
    line("edNote", article.getEdNote());
    line("usageTerms", article.getUsageTerms());
    line("url", article.getUrl());
    if (article.getSubjects().size() > MOST_SUBJECTS) {
      problem("subjects", "must not be more than " + MOST_SUBJECTS);
    }
  }

  /** What only pages have. */
  private void page() {
    var picture = article.getPicture();
    if (picture != null) {
      line("picture.url", picture.getUrl());
      line("picture.caption", picture.getCaption());
      line("picture.credit", picture.getCredit());
    }
    for (var date : article.getPublicationDates()) {
      line("publicationDates", date.getValue());
    }
    for (var repair : article.getRepairs()) {
      line("repairs", repair);
    }
  }

  private void line(String field, @Nullable String value) {
    if (value == null) {
      return;
    }
    if (value.length() > LONGEST_LINE) {
      problem(field, "must not be longer than " + LONGEST_LINE + " characters");
    }
    characters(field, value);
  }

  private void body() {
    if (article.getBody().isBlank() && article.getPubStatus() == PubStatus.USABLE) {
      problem("body", "is missing; only a kill may come without one");
    }
    characters("body", article.getBody());
  }

  /** No text may hold what is no text: U+0000, or half of a surrogate pair. */
  private void characters(String field, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == 0) {
        problem(field, "must not contain U+0000, as at offset " + i);
        return;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        problem(field, "must not contain half of a surrogate pair, as at offset " + i);
        return;
      }
    }
  }

  private void zones() {
    int end = 0;
    for (var zone : article.getZones()) {
      if (zone.getBegin() < end || zone.getEnd() <= zone.getBegin()) {
        problem("zones", "must follow one another without overlap");
        return;
      }
      end = zone.getEnd();
    }
    if (end > article.getBody().length()) {
      problem("zones", "must lie within body");
    }
  }

  private void problem(String field, String reason) {
    problems.add(new FieldProblem(field, reason));
  }
}
