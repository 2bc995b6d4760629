package org.copytaster.tagging.entity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Makes one key of all ways to write a name: small letters, no accents, blanks for hyphens. */
public final class Fold {

  private Fold() {}

  /** One word: Orbán, ORBAN and Orban are the same, and so are ł and l. */
  public static String of(String word) {
    var plain = word.replace('’', '\'').replace('‑', '-').replace('‐', '-');
    if (plain.chars().anyMatch(c -> c >= 128)) {
      plain = Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
      plain = plain.replace('ł', 'l').replace('Ł', 'L').replace('ø', 'o').replace('Ø', 'O');
      plain = plain.replace('đ', 'd').replace('Đ', 'D').replace('ı', 'i');
    }
    return plain.toLowerCase(Locale.ROOT);
  }

  /** All words of a name: Kim Jong-un and KIM JONG UN are the same. */
  public static String key(List<String> words) {
    return of(String.join(" ", words)).replace('-', ' ');
  }

  /** A word without its full stops: U.N. and UN are the same acronym. */
  public static String withoutStops(String word) {
    return word.indexOf('.') < 0 ? word : word.replace(".", "");
  }
}
