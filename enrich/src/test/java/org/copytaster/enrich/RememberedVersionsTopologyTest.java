package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.enrich.RecallTopologyTest.GUID;
import static org.copytaster.enrich.RecallTopologyTest.correction;
import static org.copytaster.enrich.RecallTopologyTest.hold;
import static org.copytaster.enrich.RecallTopologyTest.kill;

import java.util.List;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.copytaster.enrich.gate.EarlierRelease;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.RecalledVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered of what went out: of a very long story, and from before it was. */
class RememberedVersionsTopologyTest {

  private final EnrichDriver enrich = new EnrichDriver();
  private final TopologyTestDriver driver = enrich.driver;
  private final TestInputTopic<String, Article> articles = enrich.articles();
  private final TestOutputTopic<String, Recall> recalls = enrich.recalls();

  @AfterEach
  void stop() {
    enrich.close();
  }

  @Test
  void ofAVeryLongStoryTheFirstAndTheNewestVersionsAreNamed() {
    for (int version = 1; version <= 1_003; version++) {
      push(RecallTopologyTest.builder(version).setBody("").build());
    }
    push(kill(2_000));

    var recall = recalls.readValue();
    assertThat(recall.getVersions()).hasSize(1_000);
    assertThat(recall.getVersionsLeftOut()).isEqualTo(3);
    assertThat(recall.getVersions().get(0).getVersion()).isEqualTo(1);
    assertThat(recall.getVersions().get(1).getVersion()).isEqualTo(5);
    assertThat(recall.getVersions().get(999).getVersion()).isEqualTo(1_003);
  }

  @Test
  void whatAnEarlierReleaseLetThroughIsCalledBackSinceNobodyKnowsWhen() {
    EarlierRelease.letThrough(driver, GUID, VersionHistory.published(3, "hash of 3"));
    push(kill(4));
    push(kill(5));

    var recall = recalls.readValue();
    assertThat(recall.getVersions()).containsExactly(new RecalledVersion(3, null));
    assertThat(said()).isEmpty();
  }

  @Test
  void whatCameAfterAnEarlierReleaseIsNamedBesideIt() {
    EarlierRelease.letThrough(driver, GUID, VersionHistory.published(3, "hash of 3"));
    push(correction(4));
    push(hold(5));

    assertThat(said()).containsExactly("CORRECTION by 4 of 3", "HOLD by 5 of 3 4");
  }

  @Test
  void whatAnEarlierReleaseKilledIsNotCalledBack() {
    EarlierRelease.letThrough(driver, GUID, new VersionHistory(3, 3, "hash of 3", null));
    push(kill(4));

    assertThat(said()).isEmpty();
  }

  private List<String> said() {
    return recalls.readValuesToList().stream().map(RecallTopologyTest::said).toList();
  }

  private void push(Article article) {
    articles.pipeInput(GUID, article);
  }
}
