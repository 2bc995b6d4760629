package org.copytaster.formats.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayTextTest {

  private final DayText days = new DayText();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-06-19 | 2024-06-19",
        "2024-06-19T08:15:00Z | 2024-06-19T08:15Z",
        "2024-06-19T08:15:00.123+0200 | 2024-06-19T08:15+02:00",
        "2024-06-19 08:15:00 +0000 | 2024-06-19T08:15Z",
        "2024-06-19T08:15 | 2024-06-19",
        "20240619 | 2024-06-19",
        "2024/6/9 | 2024-06-09",
        "June 19, 2024 | 2024-06-19",
        "Published on Jun. 19th, 2024 at noon | 2024-06-19",
        "Wed, 19 Jun 2024 08:15:00 GMT | 2024-06-19",
        "19. Juni 2024, 17:30 Uhr | 2024-06-19",
        "19 juin 2024 | 2024-06-19",
        "19 de junio de 2024 | 2024-06-19",
        "19 июня 2024 | 2024-06-19",
        "19.06.2024 | 2024-06-19",
        "19/06/2024 | 2024-06-19",
        "06/19/2024 | 2024-06-19",
      })
  void aDayIsReadAsPagesWriteIt(String text, String value) {
    assertThat(days.first(text)).map(DayText.FoundDay::value).hasValue(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "06/07/2024",
        "2024-13-40",
        "0001-01-01",
        "1970",
        "June 2024",
        "9999-12-31",
        "call 555-1234-5678"
      })
  void whatIsNoDayOrTwoIsNotRead(String text) {
    assertThat(days.first(text)).isEmpty();
  }
}
