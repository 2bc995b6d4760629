package org.copytaster.formats.mail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.markup.BrokenLines;
import org.copytaster.schemas.record.Subject;

/**
 * A mail that is a form: JSON with a list of values under each field's label, as forms on the web
 * are mailed, or a text that begins with labelled lines.
 */
final class MailForm {

  private static final int LONGEST = 1_000_000;
  private static final int LABELS = 8;
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(headline|slug(?:line)?|abstract|summary|byline|dateline|ed(?:itor'?s?)?\\.? ?note)"
              + " ?: *(\\S[^\\n]{0,500})");
  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .build()
          .readerFor(JsonNode.class);

  private final Map<String, String> fields = new TreeMap<>();

  private MailForm() {}

  /** What is left of the text when its fields have been taken. */
  static BodyBuilder read(BodyBuilder body, Draft draft) {
    var text = body.text();
    if (text.startsWith("{") && text.endsWith("}") && text.length() <= LONGEST) {
      var form = json(text);
      if (form.isPresent()) {
        return form.get().into(draft);
      }
    }
    return labelled(body, draft);
  }

  private static Optional<MailForm> json(String text) {
    try {
      JsonNode root = JSON.readValue(text);
      var form = new MailForm();
      for (var field : root.properties()) {
        var values = new ArrayList<String>();
        var all = field.getValue();
        if (all.isArray()) {
          all.forEach(value -> values.add(value.asText()));
        } else {
          values.add(all.asText());
        }
        form.fields.put(field.getKey().strip().toLowerCase(Locale.ROOT), String.join(", ", values));
      }
      return form.fields.containsKey("body") ? Optional.of(form) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private BodyBuilder into(Draft draft) {
    draft.extra("Subject", draft.article().getHeadline());
    fields.forEach((label, value) -> field(label, value, draft));
    var body = new BodyBuilder();
    BrokenLines.into(body, fields.getOrDefault("body", "").replace("\r", ""));
    return body;
  }

  private static void field(String label, String value, Draft draft) {
    switch (label) {
      case "body" -> {
        // the text
      }
      case "headline" -> draft.headline(value);
      case "slugline", "slug" -> draft.slugline(value);
      case "byline" -> draft.byline(value);
      case "dateline" -> draft.dateline(value);
      case "urgency" -> draft.urgency(value);
      case "ednote", "ed note", "editor's note", "editors note", "editorial note" ->
          draft.edNote(value);
      case "category", "categories" ->
          draft.subject(Subject.newBuilder().setName(value.isBlank() ? null : value).build());
      default -> draft.extra(label, value);
    }
  }

  /** Takes labelled lines from the beginning of a text, if a headline or a slug is among them. */
  private static BodyBuilder labelled(BodyBuilder body, Draft draft) {
    var paragraphs = List.of(body.text().split("\n\n", -1));
    var head = paragraphs.subList(0, Math.min(LABELS, paragraphs.size()));
    if (!body.unzoned() || head.stream().noneMatch(MailForm::headed)) {
      return body;
    }
    var rest = new BodyBuilder();
    for (int i = 0; i < paragraphs.size(); i++) {
      var paragraph = paragraphs.get(i);
      boolean label =
          i < head.size()
              && paragraph.lines().allMatch(line -> LABEL.matcher(line.strip()).matches());
      if (label) {
        Arrays.stream(paragraph.split("\n", -1)).forEach(line -> label(line.strip(), draft));
      } else {
        rest.add(paragraph);
      }
    }
    return rest;
  }

  private static boolean headed(String paragraph) {
    return paragraph
        .lines()
        .anyMatch(
            line ->
                LABEL.matcher(line.strip()).matches()
                    && line.strip().toLowerCase(Locale.ROOT).matches("(?:headline|slug).*"));
  }

  private static void label(String line, Draft draft) {
    var found = LABEL.matcher(line);
    if (found.matches()) {
      var label = found.group(1).toLowerCase(Locale.ROOT);
      if (label.equals("headline")) {
        draft.extra("Subject", draft.article().getHeadline());
      }
      field(label.startsWith("ed") ? "ednote" : label, found.group(2), draft);
    }
  }
}
