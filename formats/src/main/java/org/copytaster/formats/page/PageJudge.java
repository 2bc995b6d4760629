package org.copytaster.formats.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.copytaster.schemas.record.Zone;

/**
 * Says what a page is as a whole. Each sign adds to the log-odds of one kind; the signs and what
 * they weigh are written by hand, since nobody labelled pages that are no articles for us. Prose
 * outweighs everything else, so that a story about a shop or a mistake is a story.
 */
final class PageJudge {

  private static final Pattern ERROR =
      Pattern.compile(
          "(?i).*(?:(?:error|http)\\W{0,2}[45]\\d\\d\\b|\\b(?:40[0134]|410|50[0234])\\W{0,3}(?:/|$|not|page|error|forbidden|unauthori|bad|gone|internal|service|gateway)|page"
              + " not found|(?:page|content|article|site|service) (?:is |could )?(?:not be"
              + " found|(?:not|no longer) available|(?:temporarily )?unavailable)|page does(?:"
              + " not|n.t) exist|^access denied|something went wrong|^just a moment|are you a"
              + " robot|seite nicht gefunden|page introuvable|página no encontrada|página não"
              + " encontrada|pagina non trovata).*");

  private static final Pattern LOGIN =
      Pattern.compile(
          "(?i).*\\b(?:log ?in|sign ?in|sign ?up|register|anmelden|einloggen|connexion"
              + "|se connecter|iniciar sesión|accedi|inloggen|password|passwort)\\b.*");

  private static final Pattern PRICE =
      Pattern.compile("(?:[$€£¥]\\s?\\d+(?:[.,]\\d{2})?|\\d+[.,]\\d{2}\\s?(?:€|EUR|USD|GBP|kr))");

  /** Words of a headline that a page of links links to. */
  private static final int FEWEST_LINKED = 4;

  private final PageReader.Measured measured;
  private final List<Zone> zones;
  private final Map<PageKind.Type, Double> odds = new EnumMap<>(PageKind.Type.class);
  private int prose;
  private int paragraphs;
  private int captions;
  private int captioned;
  private int prices;
  private int linkedLines;

  private PageJudge(PageReader.Measured measured, List<Zone> zones) {
    this.measured = measured;
    this.zones = zones;
    for (var type : PageKind.Type.values()) {
      odds.put(type, 0.0);
    }
  }

  /**
   * The kind of a page.
   *
   * @param zones one for each block
   */
  static PageKind of(PageReader.Measured measured, List<Zone> zones) {
    var judge = new PageJudge(measured, zones);
    judge.count();
    judge.weighText();
    judge.weighClaims();
    return judge.kind();
  }

  private void count() {
    var blocks = measured.outline().blocks();
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      var zone = zones.get(i);
      if (zone == Zone.BODY && PageElement.isProse(block)) {
        prose += block.words();
        paragraphs++;
      } else if (zone == Zone.CAPTION) {
        captions++;
        captioned += block.words();
      }
      boolean priced = block.words() <= 2 * FEWEST_LINKED && PRICE.matcher(block.text()).find();
      prices += priced ? 1 : 0;
      boolean linked = block.words() >= FEWEST_LINKED && block.linkedWords() >= 0.9 * block.words();
      linkedLines += linked ? 1 : 0;
    }
  }

  private void add(PageKind.Type type, double weight) {
    odds.merge(type, weight, Double::sum);
  }

  private void weighText() {
    add(PageKind.Type.ARTICLE, prose >= 150 ? 4 : prose >= 60 ? 2.5 : prose >= 20 ? 1 : -2);
    add(PageKind.Type.ARTICLE, paragraphs >= 3 ? 1.5 : 0);
    boolean little = prose < 60;
    var heading = heading();
    if (ERROR.matcher(heading).matches()) {
      add(PageKind.Type.ERROR, little ? 5 : -1);
    }
    if (LOGIN.matcher(heading).matches()) {
      add(PageKind.Type.LOGIN, little ? 2 : 0);
    }
    if (measured.claims().asksPassword()) {
      add(PageKind.Type.LOGIN, little ? 3.5 : 0);
    }
    double words = Math.max(1, measured.outline().words());
    add(PageKind.Type.LISTING, linkedLines >= 8 ? 1 : 0);
    add(PageKind.Type.LISTING, linkedLines >= 25 && little ? 1.5 : 0);
    add(PageKind.Type.LISTING, prose < 0.05 * words && linkedLines >= 8 ? 2 : 0);
    add(PageKind.Type.PRODUCT, prices >= 3 ? 1.5 : 0);
    add(PageKind.Type.PRODUCT, prices >= 8 && prose < 0.2 * words ? 1.5 : 0);
    add(PageKind.Type.GALLERY, captions >= 5 && captioned > 2 * prose ? 4 : 0);
  }

  private String heading() {
    var outline = measured.outline();
    int at = outline.titleAt();
    var heading = at < 0 ? "" : outline.blocks().get(at).text();
    return (measured.title() + " / " + heading).replace('\n', ' ');
  }

  private void weighClaims() {
    var claims = measured.claims();
    for (var each : claims.types()) {
      var type = each.toLowerCase(Locale.ROOT);
      if (type.endsWith("article") || (type.endsWith("posting") && !type.startsWith("job"))) {
        add(PageKind.Type.ARTICLE, 1.5);
      } else if (type.equals("product") || type.equals("productgroup")) {
        add(PageKind.Type.PRODUCT, 2);
      } else if (type.equals("itemlist")
          || type.startsWith("collection")
          || type.startsWith("search")) {
        add(PageKind.Type.LISTING, 1.5);
      } else if (type.endsWith("gallery")) {
        add(PageKind.Type.GALLERY, 3);
      }
    }
    boolean dated = claims.dates().stream().anyMatch(date -> !date.modified());
    add(PageKind.Type.ARTICLE, dated ? 1 : 0);
    add(PageKind.Type.ARTICLE, claims.authors().isEmpty() ? 0 : 0.5);
    boolean front = claims.canonical() != null && isFront(claims.canonical());
    add(PageKind.Type.LISTING, front ? 3 : 0);
  }

  /** The address of a site, and of nothing on it. */
  private static boolean isFront(String url) {
    return url.matches("(?i)https?://[^/]+/?(?:(?:index|home|default)(?:\\.\\w+)?/?)?");
  }

  private PageKind kind() {
    double sum = 0;
    var best = PageKind.Type.ARTICLE;
    for (var each : odds.entrySet()) {
      sum += Math.exp(each.getValue());
      best = each.getValue() > odds.getOrDefault(best, 0.0) ? each.getKey() : best;
    }
    return new PageKind(best, Math.exp(odds.getOrDefault(best, 0.0)) / sum);
  }
}
