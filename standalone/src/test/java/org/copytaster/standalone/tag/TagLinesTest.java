package org.copytaster.standalone.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.tagging.timex.DateOrder;
import org.junit.jupiter.api.Test;

class TagLinesTest {

  private final StringWriter out = new StringWriter();

  private void tag(String lines) throws IOException, InterruptedException {
    new TagLines(RecordTagger.english(), null, DateOrder.UNKNOWN, 2)
        .run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
  }

  @Test
  void linesComeOutInOrderWithTheirDocFirst() throws Exception {
    var lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append("{\"doc\":\"d").append(i).append("\",\"text\":\"He saw Oslo.\"}\n");
    }
    tag(lines.toString());
    var tagged = out.toString().lines().toList();
    assertThat(tagged).hasSize(200);
    for (int i = 0; i < 200; i++) {
      assertThat(tagged.get(i))
          .startsWith("{\"doc\":\"d" + i + "\",\"language\":\"en\",\"languageConfidence\":");
    }
  }

  @Test
  void badLineIsNamedWithItsNumberAndTheLinesBeforeItAreWritten() {
    assertThatThrownBy(() -> tag("{\"doc\":\"a\",\"text\":\"x\"}\n\n{\"doc\":\"b\"}\n"))
        .isInstanceOf(IOException.class)
        .hasMessage("line 3: text is missing");
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void orderOfDayAndMonthIsThatOfAllLines() throws Exception {
    var line = "{\"doc\":\"a\",\"text\":\"The two ports signed it on 10/11/2024.\"}\n";
    new TagLines(RecordTagger.english(), null, DateOrder.DAY_FIRST, 2)
        .run(new ByteArrayInputStream(line.repeat(2).getBytes(StandardCharsets.UTF_8)), out);
    assertThat(out.toString().lines())
        .hasSize(2)
        .allSatisfy(tagged -> assertThat(tagged).contains("\"value\":\"2024-11-10\""));
  }

  @Test
  void lineThatIsNoJsonIsNamed() {
    assertThatThrownBy(() -> tag("hello\n")).hasMessageStartingWith("line 1: no JSON: ");
  }

  @Test
  void creationTimeThatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> tag("{\"doc\":\"a\",\"dct\":\"soon\",\"text\":\"x\"}\n"))
        .hasMessageStartingWith("line 1: \"soon\" is no creation time");
  }
}
