package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.Topic;
import org.copytaster.schemas.Topics;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");

  @Test
  void theDocumentListsTheTopicsThatAreDeployed() throws IOException {
    assertThat(found("address: (\\S+)"))
        .containsExactlyInAnyOrderElementsOf(
            new Topics("")
                .all(Duration.ofDays(7), Duration.ofDays(90)).stream().map(Topic::name).toList());
  }

  @Test
  void theDocumentNamesTheEventsThatAreSent() throws IOException {
    assertThat(found("name: (org\\.copytaster\\.\\S+)"))
        .containsExactlyInAnyOrder(
            EventHeaders.ARTICLE_RECEIVED,
            EventHeaders.ARTICLE_ENRICHED,
            EventHeaders.ARTICLE_HELD,
            EventHeaders.ACT_ASKED,
            EventHeaders.ACT_DECIDED,
            EventHeaders.ENTITY_MENTIONED,
            EventHeaders.ENTITY_RETRACTED,
            EventHeaders.ARTICLE_RECALLED,
            EventHeaders.RECALL_ACKNOWLEDGED,
            EventHeaders.RECEIPT_WRITTEN);
  }

  @Test
  void theSchemasThatItRefersToAreThere() throws IOException {
    assertThat(found("\\$ref: (\\.\\./\\S+\\.avsc)"))
        .hasSize(11)
        .allSatisfy(reference -> assertThat(DOCUMENT.resolveSibling(reference)).exists());
  }

  private static List<String> found(String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(DOCUMENT))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
