package org.copytaster.runtime.described;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.copytaster.runtime.Settings;

/**
 * The fields of a described file, each with its line: a YAML mapping of names to texts or lists of
 * texts. Collects what is wrong, so that whoever wrote the file is told everything at once.
 */
public final class DescribedFields {

  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
          .build();

  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final List<LineProblem> problems = new ArrayList<>();

  /** One field as written. */
  private record Field(int line, List<String> values, boolean list) {}

  /** Reads the fields of {@code bytes}; a name that is not in {@code known} is a problem. */
  public DescribedFields(byte[] bytes, Set<String> known) {
    try (var parser = YAML.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        problems.add(new LineProblem(1, "", "must be names with values, such as 'name: pa'"));
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        field(parser, known);
      }
      if (parser.nextToken() != null) {
        problems.add(new LineProblem(line(parser), "", "must hold one description only"));
      }
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      problems.add(new LineProblem(where == null ? 0 : where.getLineNr(), "", "is not valid YAML"));
    } catch (IOException e) {
      problems.add(new LineProblem(0, "", "cannot be read"));
    }
  }

  private void field(YAMLParser parser, Set<String> known) throws IOException {
    var name = parser.currentName();
    int line = line(parser);
    var values = new ArrayList<String>();
    var token = parser.nextToken();
    boolean list = token == JsonToken.START_ARRAY;
    if (list) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(parser, name, values);
      }
    } else {
      value(parser, name, values);
    }
    if (!known.contains(name)) {
      var nearest = Settings.nearest(name, known);
      problems.add(new LineProblem(line, name, "is not a field; the nearest one is " + nearest));
    } else if (fields.putIfAbsent(name, new Field(line, values, list)) != null) {
      problems.add(new LineProblem(line, name, "is there twice"));
    }
  }

  private void value(YAMLParser parser, String name, List<String> values) throws IOException {
    if (!parser.currentToken().isScalarValue() || parser.isCurrentAlias()) {
      problems.add(
          new LineProblem(
              line(parser),
              name,
              "must be a text or a list of texts; what holds a colon needs quotes"));
      parser.skipChildren();
    } else if (parser.currentToken() != JsonToken.VALUE_NULL && !parser.getText().isBlank()) {
      values.add(parser.getText().strip());
    }
  }

  /** The value of a field that has one. */
  public Optional<String> text(String name) {
    return read(name, value -> value);
  }

  /** The value of a field as {@code reader} understands it; what it throws becomes a problem. */
  public <T> Optional<T> read(String name, Function<String, T> reader) {
    var field = fields.get(name);
    if (field != null && field.list()) {
      problem(name, "must be one text, no list");
      return Optional.empty();
    }
    return all(name, 1, reader).stream().findFirst();
  }

  /** The values of a field that may have several. */
  public <T> List<T> all(String name, int most, Function<String, T> reader) {
    var field = fields.get(name);
    var read = new ArrayList<T>();
    if (field != null && field.values().isEmpty()) {
      problem(name, "is empty; leave it out instead");
    } else if (field != null && field.values().size() > most) {
      problem(name, "must not have more than " + most + " values");
    } else if (field != null) {
      for (var value : field.values()) {
        try {
          read.add(reader.apply(value));
        } catch (IllegalArgumentException e) {
          problem(name, String.valueOf(e.getMessage()));
        }
      }
    }
    return read;
  }

  /** Whether the field is there, with a value or without. */
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The line of a field, from 1; 0 if it is not there. */
  public int line(String name) {
    var field = fields.get(name);
    return field == null ? 0 : field.line();
  }

  /** Notes that a field is wrong; {@code reason} goes on from its name. */
  public void problem(String name, String reason) {
    problems.add(new LineProblem(line(name), name, reason));
  }

  /**
   * Throws if anything was wrong.
   *
   * @throws InvalidFileException with every problem
   */
  public void check() throws InvalidFileException {
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
  }

  private static int line(YAMLParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
