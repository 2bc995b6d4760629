package org.copytaster.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.copytaster.standalone.evaluate.MentionFinder.FoundMention;
import org.copytaster.tagging.entity.EntityType;
import org.junit.jupiter.api.Test;

class TaggedColumnsTest {

  private final StringWriter out = new StringWriter();

  /** Writes a text in which these words are organisations. */
  private String columns(String text, String... names) throws IOException {
    List<FoundMention> found =
        Stream.of(names)
            .map(
                name -> {
                  int begin = text.indexOf(name);
                  return new FoundMention(begin, begin + name.length(), EntityType.ORG);
                })
            .toList();
    new TaggedColumns(any -> found, out).write("a", text);
    return out.toString();
  }

  @Test
  void mentionOfTwoTokensBeginsOnce() throws IOException {
    assertThat(columns("Shares of Harbour Lines fell. Nobody knew why.", "Harbour Lines"))
        .isEqualTo(
            """
            -DOCSTART- a

            Shares\tO
            of\tO
            Harbour\tB-ORG
            Lines\tI-ORG
            fell\tO
            .\tO

            Nobody\tO
            knew\tO
            why\tO
            .\tO

            """);
  }

  @Test
  void neighboursStayTwoMentions() throws IOException {
    assertThat(columns("The Dutch Senate met.", "Dutch", "Senate"))
        .contains("Dutch\tB-ORG\nSenate\tB-ORG\n");
  }

  @Test
  void tokenThatIsCoveredInPartIsOutside() throws IOException {
    assertThat(columns("The Oslo-based bank closed.", "Oslo")).contains("Oslo-based\tO\n");
  }

  @Test
  void fullStopOfAnAbbreviationNeedsNoCover() throws IOException {
    assertThat(columns("Harbour Lines Inc. lost money.", "Harbour Lines Inc"))
        .contains("Lines\tI-ORG\nInc.\tI-ORG\nlost\tO\n");
  }
}
