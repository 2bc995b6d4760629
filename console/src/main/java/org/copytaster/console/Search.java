package org.copytaster.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What articles are asked for.
 *
 * @param words in the syntax of web search engines
 * @param entity id or name of an entity that an article names
 * @param span when it was news
 * @param order which time is newest first
 */
record Search(
    Optional<String> words, Optional<String> entity, TimeRange span, Order order, Slice slice) {

  static final int MOST = 200;
  private static final int USUAL = 50;
  private static final int LONGEST = 500;
  private static final Set<String> FIELDS =
      Set.of("q", "entity", "from", "to", "order", "limit", "after");

  /** From inclusive, to exclusive, UTC. */
  record TimeRange(Optional<Instant> from, Optional<Instant> to) {}

  /** At most {@code limit} articles after the cursor. */
  record Slice(int limit, Optional<SearchCursor> after) {}

  /** The time that articles are ordered by. */
  enum Order {
    /** When it was news: what its source says, but never later than it came. */
    CREATED("news_time"),
    /** When it came to the desk. */
    ARRIVED("received_at");

    private final String column;

    Order(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  /**
   * Reads the parameters of a request.
   *
   * @throws BadParameterException for the first that cannot be used or is not known
   */
  static Search read(Map<String, String> parameters) {
    for (var name : new TreeSet<>(parameters.keySet())) {
      if (!FIELDS.contains(name)) {
        throw new BadParameterException(name, "is not known; known are " + new TreeSet<>(FIELDS));
      }
    }
    return new Search(
        text(parameters, "q"),
        text(parameters, "entity"),
        span(parameters),
        order(parameters),
        new Slice(limit(parameters), text(parameters, "after").map(SearchCursor::read)));
  }

  private static Optional<String> text(Map<String, String> parameters, String name) {
    var value = Optional.ofNullable(parameters.get(name)).map(String::strip);
    value.ifPresent(
        text -> {
          if (text.length() > LONGEST && !name.equals("after")) {
            throw new BadParameterException(
                name, "must not be longer than " + LONGEST + " characters");
          }
          if (text.indexOf('\0') >= 0) {
            throw new BadParameterException(name, "must not hold a NUL character");
          }
        });
    return value.filter(text -> !text.isEmpty());
  }

  private static TimeRange span(Map<String, String> parameters) {
    var span = new TimeRange(time(parameters, "from"), time(parameters, "to"));
    if (span.from().isPresent()
        && span.to().isPresent()
        && !span.from().get().isBefore(span.to().get())) {
      throw new BadParameterException(
          "to", "must be later than from; it is not part of what is found");
    }
    return span;
  }

  private static Optional<Instant> time(Map<String, String> parameters, String name) {
    return text(parameters, name).map(value -> instant(name, value));
  }

  private static Instant instant(String name, String value) {
    try {
      var time =
          value.length() == 10
              ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(value).toInstant();
      if (time.atOffset(ZoneOffset.UTC).getYear() >= 1
          && time.atOffset(ZoneOffset.UTC).getYear() <= 9999) {
        return time;
      }
      throw new BadParameterException(name, "must be in the years from 1 to 9999");
    } catch (DateTimeException e) {
      throw new BadParameterException(
          name, "must be a date such as 2026-03-09 or a time such as 2026-03-09T12:00:00Z");
    }
  }

  private static Order order(Map<String, String> parameters) {
    return switch (text(parameters, "order").orElse("created")) {
      case "created" -> Order.CREATED;
      case "arrived" -> Order.ARRIVED;
      default -> throw new BadParameterException("order", "must be created or arrived");
    };
  }

  private static int limit(Map<String, String> parameters) {
    var value = text(parameters, "limit");
    if (value.isEmpty()) {
      return USUAL;
    }
    if (value.get().matches("\\d{1,3}")) {
      int limit = Integer.parseInt(value.get());
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    }
    throw new BadParameterException("limit", "must be a whole number from 1 to " + MOST);
  }
}
