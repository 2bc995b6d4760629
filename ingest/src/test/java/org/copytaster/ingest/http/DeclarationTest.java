package org.copytaster.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationTest {

  private final Declaration declaration = new Declaration();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"guid\":\"urn:t:1\",\"headline\":\"Head\",\"body\":\"Body\"}",
        "\uFEFF\n{\"GUID\":\"urn:t:1\",\"body\":\"Body\"}",
        "{\"guid\":\"urn:t:1\",\"body\":\"Body\",}",
        "{\"guid\":\"urn:t:1\",\"body\":\"Body that breaks off",
        "[{\"uri\":\"urn:t:1\",\"body_text\":\"Body\"}]",
        "{\"guid\":\"urn:t:1\",\"body\":\"a\"}\n{\"guid\":\"urn:t:2\",\"body\":\"b\"}\n",
        "{\"anything\":{\"else\":[1,2]}}",
      })
  void jsonIsNoText(String copy) {
    assertThatThrownBy(() -> declaration.refuseJsonAsText("text/plain", copy.getBytes(UTF_8)))
        .isInstanceOf(RequestRefusedException.class)
        .hasMessage("refused with 415");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{Photo} The ferry sails again, the harbour master said on Tuesday.",
        "[1] The ferry sails again, the harbour master said.",
        "[]",
        "12",
        "\"We sail\", the harbour master said.",
        "{\"x\": 1} is how programmers write one, the harbour master said.",
        "{\n  \"We sail\": so began the harbour master's speech.",
        "The headline: {\"headline\": \"Ferries\"} is how programmers write one.",
      })
  void textThatBeginsLikeJsonIsText(String copy) {
    assertThatCode(() -> declaration.refuseJsonAsText("text/plain", copy.getBytes(UTF_8)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "", "application/octet-stream"})
  void jsonThatDoesNotSayItIsATextIsTaken(String type) {
    assertThatCode(() -> declaration.refuseJsonAsText(type, "{\"guid\":1}".getBytes(UTF_8)))
        .doesNotThrowAnyException();
  }
}
