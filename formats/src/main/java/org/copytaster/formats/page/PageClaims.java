package org.copytaster.formats.page;

import java.util.ArrayList;
import java.util.List;
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

  private final List<String> titles = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private final List<PageDate> dates = new ArrayList<>();
  private final List<String> pictures = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable String site;
  private @Nullable String canonical;
  private @Nullable String language;
  private @Nullable String description;

  void title(String value) {
    add(titles, value);
  }

  void author(String value) {
    add(authors, value);
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
    site = site == null ? blankToNull(value) : site;
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
    var plain = SoundText.text(value).replaceAll("\\s+", " ").strip();
    if (!plain.isEmpty() && !list.contains(plain)) {
      list.add(plain);
    }
  }

  List<String> titles() {
    return titles;
  }

  List<String> authors() {
    return authors;
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

  @Nullable String site() {
    return site;
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
