package org.copytaster.formats.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.copytaster.formats.json.MendedJson;
import org.copytaster.formats.markup.HtmlTree;
import org.jsoup.nodes.Document;

/**
 * Reads what schema.org's vocabulary says of the article, in JSON-LD: lists, graphs, values that
 * stand elsewhere under an {@code @id}. What is broken is mended, and what stays broken skipped.
 */
final class JsonLd {

  private static final String METHOD = "json-ld";
  private static final int DEEPEST = 24;
  private static final int MOST_NODES = 5_000;

  /** From 1990 on numbers are moments; those after 2100 are counted in milliseconds. */
  private static final long FIRST_SECOND = 631_152_000L;

  private static final long LARGEST_SECOND = 4_102_444_800L;

  /** The types that are an article, and those that stand for one where there is none. */
  private static final Set<String> PAGES = Set.of("WebPage", "ItemPage", "AboutPage", "FAQPage");

  private final DayText days;

  private final ObjectReader json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(200)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build()
          .readerFor(JsonNode.class);

  JsonLd(DayText days) {
    this.days = days;
  }

  /** Adds the claims of articles first, then those of the page. */
  void read(Document page, PageClaims claims) {
    var nodes = new ArrayList<JsonNode>();
    var listed = new ArrayList<JsonNode>();
    for (var script : page.select("script[type*=ld+json]")) {
      parse(script.data()).ifPresent(root -> collect(root, 0, nodes, listed));
    }
    nodes.addAll(listed);
    nodes.forEach(node -> types(node).forEach(claims::type));
    var byId = new HashMap<String, JsonNode>();
    for (var node : nodes) {
      if (node.size() > 1 && node.path("@id").isTextual()) {
        byId.putIfAbsent(node.path("@id").textValue(), node);
      }
    }
    main(nodes, page).ifPresent(node -> article(node, byId, claims));
    nodes.stream().filter(JsonLd::isPage).limit(1).forEach(node -> page(node, byId, claims));
  }

  private void page(JsonNode node, Map<String, JsonNode> byId, PageClaims claims) {
    dates(node, claims);
    if (claims.authors().isEmpty()) {
      new JsonAuthors(byId, claims).add(node.path("author"));
    }
  }

  /**
   * Pages describe the articles that they link to as well; theirs is in the title, or has the
   * page's own address, or is the first that is in no list.
   */
  private static Optional<JsonNode> main(List<JsonNode> nodes, Document page) {
    var plain = Outline.plain(page.title());
    var own = address(page.select("link[rel=canonical]").attr("href"));
    var articles = nodes.stream().filter(JsonLd::isArticle).toList();
    return articles.stream()
        .filter(node -> isIn(Outline.plain(text(node.path("headline"))), plain))
        .findFirst()
        .or(() -> articles.stream().filter(node -> isAt(node, own)).findFirst())
        .or(() -> articles.stream().filter(node -> node.has("datePublished")).findFirst())
        .or(() -> articles.stream().findFirst());
  }

  private static boolean isAt(JsonNode node, String own) {
    var main = node.path("mainEntityOfPage");
    return !own.isEmpty()
        && Stream.of(node.path("url"), node.path("@id"), main, main.path("@id"))
            .anyMatch(value -> address(value.asText("")).equals(own));
  }

  private static String address(String url) {
    return url.replaceFirst("^https?:", "").replaceFirst("/?(?:#.*)?$", "");
  }

  private static boolean isIn(String headline, String title) {
    return !headline.isEmpty() && title.contains(headline);
  }

  /** Nothing where it stays broken: such a page is read from its elements. */
  private Optional<JsonNode> parse(String script) {
    try {
      return Optional.ofNullable(json.readValue(plain(script)));
    } catch (JsonProcessingException e) {
      return mended(script);
    }
  }

  private Optional<JsonNode> mended(String script) {
    try {
      return Optional.ofNullable(json.readValue(MendedJson.of(opened(script))));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** From the first brace on; the last may be missing. */
  private static String opened(String script) {
    int begin = script.indexOf('{');
    return begin < 0 ? "" : script.substring(begin);
  }

  /** Some wrap it as scripts were wrapped for browsers that knew none. */
  private static String plain(String script) {
    int begin = script.indexOf('{');
    int list = script.indexOf('[');
    int end = Math.max(script.lastIndexOf('}'), script.lastIndexOf(']'));
    begin = list >= 0 && (begin < 0 || list < begin) && !wrapped(script, list) ? list : begin;
    return begin < 0 || end < begin ? "" : script.substring(begin, end + 1);
  }

  private static boolean wrapped(String script, int at) {
    return script.startsWith("CDATA", at + 1);
  }

  /** What stands in a list, which is mostly one of other pages, goes to {@code listed}. */
  private static void collect(
      JsonNode node, int depth, List<JsonNode> into, List<JsonNode> listed) {
    if (depth > DEEPEST || into.size() > MOST_NODES) {
      return;
    }
    if (node.isObject()) {
      into.add(node);
    }
    for (var field : node.properties()) {
      boolean list = field.getKey().equals("itemListElement");
      collect(field.getValue(), depth + 1, list ? listed : into, listed);
    }
    if (node.isArray()) {
      node.forEach(child -> collect(child, depth + 1, into, listed));
    }
  }

  private static boolean isArticle(JsonNode node) {
    for (var type : types(node)) {
      if (type.endsWith("Article") || type.equals("Report") || type.equals("Recipe")) {
        return true;
      }
      boolean posting = type.endsWith("Posting") && !type.startsWith("Job");
      if (posting || (type.equals("Review") && node.has("headline"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPage(JsonNode node) {
    return types(node).stream().anyMatch(PAGES::contains);
  }

  private static List<String> types(JsonNode node) {
    var types = new ArrayList<String>();
    var type = node.path("@type");
    if (type.isTextual()) {
      types.add(type.textValue());
    }
    for (var each : type) {
      types.add(each.asText(""));
    }
    return types;
  }

  private void article(JsonNode node, Map<String, JsonNode> byId, PageClaims claims) {
    claims.title(text(node.path("headline")));
    dates(node, claims);
    var authors = new JsonAuthors(byId, claims);
    authors.add(node.path("author"));
    if (claims.authors().isEmpty()) {
      authors.add(node.path("creator"));
    }
    claims.text(text(node.path("articleBody")));
    pictures(node.path("image"), claims);
    var language = node.path("inLanguage");
    claims.language(language.isTextual() ? language.textValue() : "");
    claims.site(text(JsonAuthors.resolved(node.path("publisher"), byId).path("name")));
  }

  /** Values come with markup and entities more often than the vocabulary allows. */
  static String text(JsonNode value) {
    var text = value.isTextual() ? value.textValue() : "";
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0
        ? HtmlTree.page(text, DEEPEST).text()
        : text;
  }

  private void dates(JsonNode node, PageClaims claims) {
    date(node.path("datePublished"), false, claims);
    date(node.path("dateCreated"), false, claims);
    date(node.path("dateModified"), true, claims);
  }

  /** A day as text, in a list or with its type, or a moment in seconds or milliseconds. */
  private void date(JsonNode value, boolean modified, PageClaims claims) {
    if (value.isArray() && !value.isEmpty() && !value.get(0).isArray()) {
      date(value.get(0), modified, claims);
    } else if (value.path("@value").isValueNode()) {
      date(value.path("@value"), modified, claims);
    } else if (value.isIntegralNumber() && value.canConvertToLong()) {
      long number = value.longValue();
      var seconds = number > LARGEST_SECOND ? number / 1000 : number;
      if (seconds > FIRST_SECOND && seconds < LARGEST_SECOND) {
        var time = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
        claims.date(new PageDate(time.toString(), METHOD, modified));
      }
    } else if (value.isTextual()) {
      days.first(value.textValue())
          .ifPresent(found -> claims.date(new PageDate(found.value(), METHOD, modified)));
    }
  }

  private static void pictures(JsonNode image, PageClaims claims) {
    if (image.isTextual()) {
      claims.picture(image.textValue());
    } else if (image.isArray() && !image.isEmpty()) {
      pictures(image.get(0), claims);
    } else if (image.isObject()) {
      claims.picture(image.path("url").asText(""));
    }
  }

  /**
   * Reads who wrote an article from JSON-LD in all its shapes: a name, a person, a list of either,
   * a person with a given and a family name, the {@code @id} of one that is described elsewhere.
   */
  static final class JsonAuthors {

    /** Lists in lists are someone's mistake. */
    private static final int DEEPEST = 4;

    private final Map<String, JsonNode> byId;
    private final PageClaims claims;

    JsonAuthors(Map<String, JsonNode> byId, PageClaims claims) {
      this.byId = byId;
      this.claims = claims;
    }

    /** Adds the authors that the value of a property names. */
    void add(JsonNode value) {
      add(value, 0);
    }

    private void add(JsonNode value, int depth) {
      if (depth > DEEPEST) {
        return;
      }
      if (value.isTextual()) {
        named(value);
      } else if (value.isArray()) {
        value.forEach(each -> add(each, depth + 1));
      } else if (value.isObject()) {
        person(resolved(value, byId), depth);
      }
    }

    /** What an {@code @id} stands for, or the value itself. */
    static JsonNode resolved(JsonNode value, Map<String, JsonNode> byId) {
      var id = value.path("@id").asText("");
      return value.has("name") || value.has("familyName") ? value : byId.getOrDefault(id, value);
    }

    private void person(JsonNode person, int depth) {
      var list = person.has("@list") ? person.path("@list") : person.path("@value");
      if (!list.isMissingNode()) {
        add(list, depth + 1);
      } else if (person.path("name").isArray() || person.path("name").isObject()) {
        add(person.path("name"), depth + 1);
      } else if (!person.path("name").asText("").isBlank()) {
        named(person.path("name"));
      } else {
        var given = JsonLd.text(person.path("givenName"));
        claims.author((given + " " + JsonLd.text(person.path("familyName"))).strip());
      }
    }

    /** An address is no name. */
    private void named(JsonNode name) {
      var text = JsonLd.text(name);
      if (!text.contains("://")) {
        claims.author(text);
      }
    }
  }
}
