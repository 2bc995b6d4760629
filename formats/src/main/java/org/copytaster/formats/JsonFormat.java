package org.copytaster.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.copytaster.formats.copy.ArticleFields;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.json.MisreadTexts;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.Subject;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;

/**
 * The JSON form of an article, as {@code /openapi.yaml} describes it. JSON is UTF-8 by its standard
 * (RFC 8259); what is not is read and flagged all the same, for a kill must not be lost over an
 * accent.
 */
final class JsonFormat implements ArticleFormat {

  /** Fields that hold more than one value. */
  static final Set<String> LISTS = Set.of("extra", "subjects", "zones");

  /** Fields that name another article: by its guid, or by guid and version. */
  private static final Map<String, BiConsumer<Article.Builder, ArticleLink>> LINKS =
      Map.of(
          "corrects", Article.Builder::setCorrects,
          "evolvedFrom", Article.Builder::setEvolvedFrom,
          "substitutes", Article.Builder::setSubstitutes,
          "substitutedBy", Article.Builder::setSubstitutedBy);

  private static final Set<String> MISREAD = Set.of("body", "headline", "byline");
  private static final int DEEPEST = 16;

  private final ObjectReader json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(100)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  @Override
  public FormatSigns signs() {
    // by their names all other JSON would be taken for ours
    return new FormatSigns("json", List.of("application/json"), List.of());
  }

  /**
   * By names that no other JSON of the trade has beside each other. What breaks before it has said
   * anything is refused here, with line and column.
   */
  @Override
  public boolean recognises(CopyHead glimpse) {
    var keys = glimpse.keys();
    return (keys.contains("guid") && (keys.contains("body") || keys.contains("pubStatus")))
        || glimpse.brokenJson();
  }

  @Override
  public boolean general() {
    return true;
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var decoded = copy.asWritten();
    var root = parse(decoded.text());
    var repairs = MisreadTexts.mend(root, field -> mended(root, field), decoded.repairs());
    var article = Article.newBuilder().setRepairs(repairs);
    var fields = new ArticleFields();
    if (!root.has("guid")) {
      fields.problem("guid", "is missing");
    }
    copy.given().forEach((name, value) -> fields.put(article, name, value));
    for (var field : root.properties()) {
      var name = field.getKey();
      var value = field.getValue();
      if (name.equals("subjects")) {
        article.setSubjects(subjects(value, fields));
      } else if (name.equals("extra")) {
        article.setExtra(extra(value, fields));
      } else if (name.equals("zones")) {
        article.setZones(zones(value, fields));
      } else if (LINKS.containsKey(name) && value.isObject()) {
        link(name, value, fields).ifPresent(link -> LINKS.get(name).accept(article, link));
      } else if (name.equals("corrective") && value.isBoolean()) {
        fields.put(article, name, value.asText());
      } else if (value.isContainerNode() || value.isBoolean()) {
        fields.problem(
            name, "must be a text" + (fields.names().contains(name) ? "" : ", if it was a field"));
      } else if (!value.isNull()) {
        fields.put(article, name, value.asText());
      }
    }
    fields.check();
    return List.of(new Reading.Text(article, true));
  }

  private static Optional<ArticleLink> link(String name, JsonNode value, ArticleFields fields) {
    var guid = value.path("guid");
    var version = value.path("version");
    boolean counted = version.isMissingNode() || version.isNull() || version.canConvertToInt();
    boolean known = value.size() == (value.has("version") ? 2 : 1);
    if (!guid.isTextual() || !counted || !known || version.isFloatingPointNumber()) {
      fields.problem(name, "must be a guid, or an object with guid and version");
      return Optional.empty();
    }
    return Optional.of(
        new ArticleLink(guid.textValue(), version.isNumber() ? version.intValue() : null));
  }

  /** A body whose zones the source counts stays: their offsets would not fit it any more. */
  private static boolean mended(JsonNode root, String field) {
    return MISREAD.contains(field) && !(field.equals("body") && root.has("zones"));
  }

  private JsonNode parse(String text) throws UnreadableCopyException {
    try {
      JsonNode root = json.readValue(text);
      if (root == null || !root.isObject()) {
        throw new UnreadableCopyException("", "must be one JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new UnreadableCopyException("", reason(e));
    }
  }

  /** Says where the JSON breaks, without Jackson's quotation of what stands there. */
  private static String reason(JsonProcessingException e) {
    var where = e.getLocation();
    var at =
        where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
    var message = e.getOriginalMessage();
    if (message.startsWith("Duplicate field")) {
      return "has a field twice" + at;
    }
    if (message.contains("nesting depth")) {
      return "is nested more than " + DEEPEST + " deep" + at;
    }
    return "is not valid JSON" + at;
  }

  private static List<Subject> subjects(JsonNode value, ArticleFields fields) {
    var subjects = new ArrayList<Subject>();
    if (!value.isArray()) {
      fields.problem("subjects", "must be a list of objects with scheme, code and name");
    }
    for (var each : value) {
      if (!each.isObject()) {
        fields.problem("subjects", "must hold objects with scheme, code and name only");
        break;
      }
      subjects.add(
          Subject.newBuilder()
              .setScheme(each.path("scheme").asText(null))
              .setCode(each.path("code").asText(null))
              .setName(each.path("name").asText(null))
              .build());
    }
    return subjects;
  }

  private static Map<String, String> extra(JsonNode value, ArticleFields fields) {
    var extra = new TreeMap<String, String>();
    if (!value.isObject()) {
      fields.problem("extra", "must be an object of texts");
    }
    for (var each : value.properties()) {
      if (each.getValue().isTextual()) {
        extra.put(each.getKey(), each.getValue().textValue());
      } else {
        fields.problem("extra", "must hold texts only");
        break;
      }
    }
    return extra;
  }

  private static List<ZoneSpan> zones(JsonNode value, ArticleFields fields) {
    var zones = new ArrayList<ZoneSpan>();
    if (!value.isArray()) {
      fields.problem("zones", "must be a list of objects with begin, end and zone");
    }
    for (var each : value) {
      try {
        zones.add(
            ZoneSpan.newBuilder()
                .setBegin(each.path("begin").asInt(-1))
                .setEnd(each.path("end").asInt(-1))
                .setZone(Zone.valueOf(each.path("zone").asText("").toUpperCase(Locale.ROOT)))
                .build());
      } catch (IllegalArgumentException e) {
        fields.problem("zones", "must name zones from " + List.of(Zone.values()));
        break;
      }
    }
    return zones;
  }
}
