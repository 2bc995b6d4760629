package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

  @Test
  void nothingAskedFindsTheNewestFifty() {
    var search = Search.read(Map.of());

    assertThat(search.slice()).isEqualTo(new Search.Slice(50, Optional.empty()));
    assertThat(search.order()).isEqualTo(Search.Order.CREATED);
  }

  @Test
  void dayMeansItsBeginInUtc() {
    var search = Search.read(Map.of("from", "2026-03-09", "to", "2026-03-10T12:00:00+02:00"));

    assertThat(search.span().from()).contains(Instant.parse("2026-03-09T00:00:00Z"));
    assertThat(search.span().to()).contains(Instant.parse("2026-03-10T10:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "limit,0",
    "limit,201",
    "limit,many",
    "from,yesterday",
    "to,2026-13-01",
    "order,random",
    "after,nonsense",
    "query,x"
  })
  void whatCannotBeUsedIsNamed(String field, String value) {
    assertThatThrownBy(() -> Search.read(Map.of(field, value)))
        .isInstanceOfSatisfying(
            BadParameterException.class, problem -> assertThat(problem.field()).isEqualTo(field));
  }

  @Test
  void emptySpanIsRefused() {
    assertThatThrownBy(() -> Search.read(Map.of("from", "2026-03-09", "to", "2026-03-09")))
        .isInstanceOf(BadParameterException.class);
  }

  @Test
  void cursorComesBackAsItWasSent() {
    var cursor = new SearchCursor(Instant.parse("2026-03-09T00:00:00.123456Z"), "tag:a b:c/d");

    assertThat(SearchCursor.read(cursor.text())).isEqualTo(cursor);
  }
}
