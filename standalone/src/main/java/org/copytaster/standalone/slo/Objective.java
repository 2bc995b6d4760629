package org.copytaster.standalone.slo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One promise, and how it is counted.
 *
 * @param name stands in the label {@code slo}; small letters
 * @param promise what is good, in words
 * @param target per cent of all that must be good within 28 days; above 0 and below 100
 * @param bad an expression of Prometheus for how many a second are bad, with {@value #WINDOW} in it
 * @param all the same for all
 */
record Objective(String name, String promise, BigDecimal target, String bad, String all) {

  static final String WINDOW = "WINDOW";

  private static final Set<String> FIELDS = Set.of("name", "promise", "target", "bad", "all");
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** What may be bad, as a part of 1. */
  BigDecimal budget() {
    return ALL.subtract(target).movePointLeft(2).stripTrailingZeros();
  }

  /**
   * Reads a YAML list of objectives.
   *
   * @throws IllegalArgumentException with one sentence if it is no such list
   */
  static List<Objective> parse(String yaml) {
    try {
      var objectives = new ArrayList<Objective>();
      var names = new HashSet<String>();
      for (var node : new ObjectMapper(new YAMLFactory()).readTree(yaml)) {
        var objective = one(node, objectives.size() + 1);
        if (!names.add(objective.name)) {
          throw new IllegalArgumentException("two objectives are called " + objective.name);
        }
        objectives.add(objective);
      }
      if (objectives.isEmpty()) {
        throw new IllegalArgumentException("there is no list of objectives");
      }
      return objectives;
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      var line = where == null ? "" : " in line " + where.getLineNr();
      throw new IllegalArgumentException("it is not valid YAML" + line, e);
    }
  }

  private static Objective one(JsonNode node, int number) {
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw wrong(number, field, "is not known");
              }
            });
    var name = text(node, number, "name");
    if (!name.matches("[a-z][a-z_]*")) {
      throw wrong(number, "name", "must be small letters");
    }
    var target = node.path("target");
    if (!target.isNumber()
        || target.decimalValue().signum() <= 0
        || target.decimalValue().compareTo(ALL) >= 0) {
      throw wrong(number, "target", "must be a number above 0 and below 100");
    }
    return new Objective(
        name,
        text(node, number, "promise"),
        target.decimalValue(),
        counted(node, number, "bad"),
        counted(node, number, "all"));
  }

  private static String counted(JsonNode node, int number, String field) {
    var expression = text(node, number, field);
    if (!expression.contains("[" + WINDOW + "]")) {
      throw wrong(number, field, "must have [" + WINDOW + "] in it");
    }
    return expression;
  }

  private static String text(JsonNode node, int number, String field) {
    var value = node.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw wrong(number, field, "must be a text");
    }
    return value.asText().strip();
  }

  private static IllegalArgumentException wrong(int number, String field, String reason) {
    return new IllegalArgumentException("objective " + number + ": " + field + " " + reason);
  }
}
