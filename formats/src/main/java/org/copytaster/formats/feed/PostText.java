package org.copytaster.formats.feed;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.markup.Markup;
import org.copytaster.formats.text.ResourceLines;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * The HTML of a post without what plugins, themes and publishing systems put around its text:
 * shortcodes that nobody filled in, boxes for sharing, the line that names the post and the site
 * again, the link to the whole text.
 */
final class PostText {

  private static final Pattern SHORTCODE =
      Pattern.compile(
          "(?<!\\[)\\[(/?)([a-z][a-z0-9_-]{0,39})((?:\\s|&nbsp;)[^\\[\\]<>]{0,500})?/?\\](?!\\])");
  private static final Pattern ARGUMENT = Pattern.compile("(?s)(?:\\s|&nbsp;)*[\\w-]+=.*");
  private static final Pattern AROUND_MORE = Pattern.compile("^[\\s\\[(]+|[\\s….»›>→\\])]+$");
  private static final Pattern ENDED = Pattern.compile("(?s).*[.!?…。।؟»”\"'’)\\]]\\s*|\\s*");

  private static final String BOXES =
      words("box", " ").stream().map(name -> "." + name).sorted().collect(joining(","));
  private static final Set<String> WITH_TEXT = words("code", " ");
  private static final Set<String> BARE = words("bare", " ");
  private static final Set<String> MORE = words("more", "\\|");

  /** A line that names post and site says little else. */
  private static final int LONGEST_SIGN_OFF = 60;

  private PostText() {}

  /** The paragraphs of {@code html}. */
  static BodyBuilder paragraphs(String html) {
    var root = Markup.html(withoutShortcodes(html));
    root.select(BOXES).forEach(Element::remove);
    signOff(root);
    root.select("a[href]").stream().filter(PostText::leadsOn).toList().forEach(Element::remove);
    return Markup.paragraphs(root);
  }

  /**
   * Square brackets are shortcodes only where they have arguments, an end, or a plugin's name:
   * "[sic]" and "[name changed]" are the writer's.
   */
  private static String withoutShortcodes(String html) {
    if (html.indexOf('[') < 0) {
      return html;
    }
    var ended = new HashSet<String>();
    SHORTCODE.matcher(html).results().filter(PostText::isEnd).forEach(m -> ended.add(m.group(2)));
    var kept = new StringBuilder(html.length());
    var found = SHORTCODE.matcher(html);
    int from = 0;
    while (found.find()) {
      var name = found.group(2);
      if (found.start() < from || !isShortcode(found, ended)) {
        continue;
      }
      kept.append(html, from, found.start());
      from = found.end();
      if (name.equals("caption") || name.equals("wp_caption")) {
        kept.append(isEnd(found) ? "</figcaption></figure>" : "<figure><figcaption>");
      } else if (WITH_TEXT.contains(name) && !isEnd(found) && ended.contains(name)) {
        from = behind(html, name, from, ended);
      }
    }
    return kept.append(html, from, html.length()).toString();
  }

  private static boolean isEnd(MatchResult code) {
    return !code.group(1).isEmpty();
  }

  private static boolean isShortcode(MatchResult code, Set<String> ended) {
    var name = code.group(2);
    var arguments = code.group(3);
    if (arguments != null && !arguments.isBlank()) {
      return ARGUMENT.matcher(arguments).matches();
    }
    return ended.contains(name) || name.indexOf('_') > 0 || BARE.contains(name);
  }

  /** Where the code {@code name} ends; one without an end is not looked for again. */
  private static int behind(String html, String name, int from, Set<String> ended) {
    var end = "[/" + name + "]";
    int at = html.indexOf(end, from);
    if (at < 0) {
      ended.remove(name);
      return from;
    }
    return at + end.length();
  }

  /** "The post X appeared first on Y." in any language: links to a page and to its site. */
  private static void signOff(Element root) {
    var last = root.select("p").last();
    var links = last == null ? null : last.select("a[href]");
    if (last == null || links == null || links.size() != 2) {
      return;
    }
    var site = links.get(1).attr("href").replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    int rest = last.text().length() - links.get(0).text().length() - links.get(1).text().length();
    if (site.startsWith("http")
        && links.get(0).attr("href").startsWith(site + "/")
        && rest <= LONGEST_SIGN_OFF) {
      last.remove();
    }
  }

  /** A link to the whole text is the end of its paragraph and no part of a sentence. */
  private static boolean leadsOn(Element link) {
    var said = AROUND_MORE.matcher(link.text().toLowerCase(Locale.ROOT)).replaceAll("");
    if (!MORE.contains(said)) {
      return false;
    }
    var before = link.previousSibling();
    for (var next = link.nextSibling(); next != null; next = next.nextSibling()) {
      if (!(next instanceof TextNode text) || text.text().strip().length() > 1) {
        return false;
      }
    }
    return !(before instanceof TextNode text) || ENDED.matcher(text.text()).matches();
  }

  private static Set<String> words(String kind, String between) {
    return ResourceLines.of(PostText.class, "post-furniture.tsv").stream()
        .filter(line -> line.startsWith(kind + "\t"))
        .flatMap(line -> Pattern.compile(between).splitAsStream(line.substring(kind.length() + 1)))
        .collect(toUnmodifiableSet());
  }
}
