package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Recall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The probe goes through the whole pipeline, and nobody sees it as news. */
@ExtendWith(Lanes.class)
class ProbeIT {

  private static final String GUID = "urn:copytaster:probe:probe";

  @Test
  void roundsGoTheWholeWayAndNothingOfThemIsNews(Lane lane, @TempDir Path directory)
      throws Exception {
    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();

      for (int round = 1; round <= 2; round++) {
        var ran = probe("--ingest", at(pipeline, "ingest"), "--console", at(pipeline, "console"));
        assertThat(ran.code()).as(ran.said()).isZero();
        assertThat(ran.said()).contains("push", "gate", "correct", "embargo", "kill", "shown");
      }

      assertThat(pipeline.enriched(1))
          .isNotEmpty()
          .allSatisfy(
              record -> {
                assertThat(record.value().getArticle().getPubStatus())
                    .isEqualTo(PubStatus.CANCELED);
                assertThat(record.value().getText()).isEmpty();
              });
      assertThat(pipeline.<Recall>records(pipeline.topics().recalls(), 0)).isEmpty();
      assertThat(pipeline.find(GUID).path("pubStatus").asText()).isEqualTo("CANCELED");
      assertThat(pipeline.find(GUID).toString()).doesNotContain("Synthetic copy that is held");
    }
  }

  @Test
  void whatDoesNotAnswerIsSaidInOneSentence() {
    var nobody = "http://127.0.0.1:" + Ports.free();

    var ran = probe("--ingest", nobody, "--console", nobody, "--within", "1");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.said().strip().lines())
        .containsExactly("copytaster: the probe's step push got no answer");
  }

  @Test
  void aSlowStageIsNamedAndFailsTheRound(Lane lane, @TempDir Path directory) throws Exception {
    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      var nobody = "http://127.0.0.1:" + Ports.free();

      var ran = probe("--ingest", at(pipeline, "ingest"), "--console", nobody, "--within", "20");

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.said()).contains("the probe's step gate got no answer");
      assertThat(pipeline.find(GUID).path("pubStatus").asText())
          .as("its kill is sent all the same")
          .isEqualTo("CANCELED");
    }
  }

  private record Ran(int code, String said) {}

  private static Ran probe(String... options) {
    var said = new StringWriter();
    var arguments = new String[options.length + 1];
    arguments[0] = "probe";
    System.arraycopy(options, 0, arguments, 1, options.length);
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(said, true))
            .execute(arguments);
    return new Ran(code, said.toString());
  }

  private static String at(Pipeline pipeline, String service) {
    return "http://127.0.0.1:" + pipeline.port(service);
  }
}
