package org.copytaster.formats.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself outside its text: in JSON-LD (schema.org), Open Graph, other meta
 * elements and links. Lists are in the order of trust.
 */
final class PageClaims {

  /** A page has a handful of each; more are not compared with each other and all headings. */
  private static final int MOST = 50;

  /** What is longer is no title, name or address. */
  private static final int LONGEST = 4_000;

  private static final Pattern BY = Pattern.compile("(?i)^(?:written )?by:?\\s+");

  private final List<String> titles = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private final List<PageDate> dates = new ArrayList<>();
  private final List<String> pictures = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<String> shownAuthors = new ArrayList<>();
  private final Set<String> types = new TreeSet<>();
  private boolean asksPassword;
  private final List<String> sites = new ArrayList<>();
  private @Nullable String canonical;
  private @Nullable String language;
  private @Nullable String description;

  void title(String value) {
    add(titles, value);
  }

  void author(String value) {
    add(authors, BY.matcher(value).replaceFirst(""));
  }

  /** What schema.org or Open Graph call what the page is about. */
  void type(String value) {
    if (types.size() < MOST && value.length() <= LONGEST) {
      types.add(value.substring(value.lastIndexOf('/') + 1));
    }
  }

  void askPassword() {
    asksPassword = true;
  }

  /** What the page says it is about, once each. */
  Set<String> types() {
    return types;
  }

  boolean asksPassword() {
    return asksPassword;
  }

  /** One that an element of the page names. */
  void shownAuthor(String value) {
    add(shownAuthors, value);
  }

  void picture(String value) {
    add(pictures, value);
  }

  void date(PageDate value) {
    if (dates.size() < MOST) {
      dates.add(value);
    }
  }

  void text(String value) {
    text.append(value).append('\n');
  }

  void site(String value) {
    add(sites, value);
  }

  void canonical(String value) {
    canonical = canonical == null ? blankToNull(value) : canonical;
  }

  void language(String value) {
    language = language == null ? blankToNull(value) : language;
  }

  void description(String value) {
    description = description == null ? blankToNull(value) : description;
  }

  private static @Nullable String blankToNull(String value) {
    var plain = value.length() > LONGEST ? "" : SoundText.text(value).strip();
    return plain.isEmpty() ? null : plain;
  }

  private static void add(List<String> list, String value) {
    if (value.length() > LONGEST || list.size() >= MOST) {
      return;
    }
    var plain = SoundText.line(value);
    if (!plain.isEmpty() && !list.contains(plain)) {
      list.add(plain);
    }
  }

  List<String> titles() {
    return titles;
  }

  /** Who wrote it; the site itself only where no person is named. */
  List<String> authors() {
    var persons = authors.stream().filter(author -> !isSite(author) && !isPart(author)).toList();
    if (!persons.isEmpty()) {
      return persons;
    }
    return shownAuthors.isEmpty() ? authors : shownAuthors;
  }

  /** Some list all names in one value, and once more one by one. */
  private boolean isPart(String author) {
    return authors.stream()
        .anyMatch(all -> all.contains(author + ",") || all.endsWith(", " + author));
  }

  private boolean isSite(String author) {
    var plain = Outline.plain(author);
    return sites.stream().anyMatch(site -> Outline.plain(site).equals(plain));
  }

  /** Those that elements of the page name. */
  List<String> shownAuthors() {
    return shownAuthors;
  }

  List<PageDate> dates() {
    return dates;
  }

  List<String> pictures() {
    return pictures;
  }

  /** The text of the article, where the page repeats it for machines; else empty. */
  String text() {
    return text.toString();
  }

  /** What the page calls its site. */
  List<String> sites() {
    return sites;
  }

  @Nullable String canonical() {
    return canonical;
  }

  @Nullable String language() {
    return language;
  }

  @Nullable String description() {
    return description;
  }
}
