package org.copytaster.tagging.entity.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.known.Bearer.Description;
import org.copytaster.tagging.entity.known.Bearer.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeFileTest {

  private static final Bearer HARTWIG =
      new Bearer(
          "house:1",
          EntityType.PER,
          "Ulla Hartwig",
          new Description("politician", "Foreign Minister of Norland"),
          new Term("NO", 20190401, 0, 70));

  @TempDir private Path directory = Path.of("");

  @Test
  void bearerComesBackAsItWasUnderEachOfItsNames() throws IOException {
    var file = file(HARTWIG, "Ulla Härtwig-Moe");
    assertThat(found(file, EntityType.PER, "Ulla Hartwig")).containsExactly(HARTWIG);
    assertThat(found(file, EntityType.PER, "ULLA M. HARTWIG")).containsExactly(HARTWIG);
    assertThat(found(file, EntityType.PER, "ulla hartwig moe")).containsExactly(HARTWIG);
    assertThat(found(file, EntityType.ORG, "Ulla Hartwig")).isEmpty();
    assertThat(found(file, EntityType.PER, "Hartwig")).isEmpty();
    assertThat(file.find(EntityType.PER, "")).isEmpty();
  }

  @Test
  void organisationIsFoundWithoutLegalFormAndInEitherOrderOfItsCountry() {
    assertThat(KnownKey.of(EntityType.ORG, "The Acme Co., Inc.")).isEqualTo("acme");
    assertThat(KnownKey.of(EntityType.ORG, "N.V. DSM")).isEqualTo("dsm");
    assertThat(KnownKey.of(EntityType.ORG, "Supreme Court of the United States"))
        .isEqualTo(KnownKey.of(EntityType.ORG, "U.S. Supreme Court"));
    assertThat(KnownKey.of(EntityType.ORG, "Inc")).isEqualTo("inc");
  }

  @Test
  void sameBearersGiveTheSameBytes() throws IOException {
    assertThat(bytes(HARTWIG)).isEqualTo(bytes(HARTWIG));
    assertThat(file(HARTWIG).version()).isNotEqualTo(file(HARTWIG, "U. Hartwig").version());
  }

  @Test
  void emptyTableIsReadAndKnowsNobody() throws IOException {
    var out = new ByteArrayOutputStream();
    new KnowledgeBuilder().write(out);
    var file = KnowledgeFile.parse("empty", out.toByteArray());
    assertThat(file.find(EntityType.PER, "ulla hartwig")).isEmpty();
    assertThat(file.bearers()).isZero();
  }

  @Test
  void fileThatIsCutOffOrNoTableSaysSo() throws IOException {
    var whole = bytes(HARTWIG);
    for (int length = 0; length < whole.length; length++) {
      var part = Arrays.copyOf(whole, length);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> KnowledgeFile.parse("x.bin", part))
          .withMessageMatching("knowledge table x\\.bin is [^\n]*");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KnowledgeFile.parse("x.tsv", "id\tname".getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining("not made by copytaster knowledge import");
  }

  @Test
  void everyDamagedByteIsSeen() throws IOException {
    byte[] plain;
    try (var zipped = new GZIPInputStream(new ByteArrayInputStream(bytes(HARTWIG)))) {
      plain = zipped.readAllBytes();
    }
    for (int i = 0; i < plain.length; i++) {
      var damaged = plain.clone();
      damaged[i] ^= 0x41;
      var zipped = zipped(damaged);
      assertThatIllegalArgumentException()
          .as("byte " + i)
          .isThrownBy(() -> KnowledgeFile.parse("x", zipped))
          .withMessageStartingWith("knowledge table x ");
    }
  }

  @Test
  void tableOfALaterFormatIsRefusedByNumber() throws IOException {
    byte[] plain;
    try (var zipped = new GZIPInputStream(new ByteArrayInputStream(bytes(HARTWIG)))) {
      plain = zipped.readAllBytes();
    }
    plain[KnowledgeFile.MARK.length + 3] = 9;
    var later = zipped(plain);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KnowledgeFile.parse("x", later))
        .withMessage("knowledge table x has format 9, and this release reads format 1");
  }

  @Test
  void missingFileIsNamed() {
    var path = directory.resolve("none.bin");
    assertThatIOException()
        .isThrownBy(() -> Knowledge.read(List.of(path)))
        .withMessage("there is no knowledge table " + path);
  }

  @Test
  void severalTablesAreAskedInTheirOrder() throws IOException {
    var first = Files.write(directory.resolve("a"), bytes(HARTWIG));
    var both = Knowledge.read(List.of(first)).and(Knowledge.shipped());
    assertThat(both.find(EntityType.PER, "Ulla Hartwig")).containsExactly(HARTWIG);
    assertThat(both.find(EntityType.PER, "Vladimir Putin"))
        .extracting(Bearer::id)
        .containsExactly("wikidata:Q7747");
    assertThat(both.version()).contains("+");
  }

  @Test
  void tableOf150000NamesIsReadInHalfASecondAndTakesLessThan60Megabytes() throws IOException {
    var builder = new KnowledgeBuilder();
    for (int i = 0; i < 75_000; i++) {
      var name = "Given" + i % 977 + " Surname" + i;
      var described = new Description("politician", "Member of Parliament for Seat " + i % 600);
      builder.add(
          new Bearer(
              "wikidata:Q" + (1_000_000 + i), EntityType.PER, name, described, HARTWIG.term()),
          List.of("Other" + i + " Surname" + i));
    }
    var out = new ByteArrayOutputStream();
    builder.write(out);
    var content = out.toByteArray();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long begin = System.nanoTime();
      assertThat(KnowledgeFile.parse("x", content).names()).isEqualTo(150_000);
      best = Math.min(best, System.nanoTime() - begin);
    }
    assertThat(best / 1_000_000).as("milliseconds").isLessThan(500);
    try (var zipped = new GZIPInputStream(new ByteArrayInputStream(content))) {
      assertThat(zipped.readAllBytes().length).as("bytes kept").isLessThan(60_000_000);
    }
  }

  private static List<Bearer> found(KnowledgeFile file, EntityType type, String name) {
    return file.find(type, KnownKey.of(type, name));
  }

  private static KnowledgeFile file(Bearer bearer, String... names) throws IOException {
    return KnowledgeFile.parse("test", bytes(bearer, names));
  }

  private static byte[] bytes(Bearer bearer, String... names) throws IOException {
    var builder = new KnowledgeBuilder();
    builder.add(bearer, List.of(names));
    var out = new ByteArrayOutputStream();
    builder.write(out);
    return out.toByteArray();
  }

  private static byte[] zipped(byte[] plain) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zipped = new GZIPOutputStream(out)) {
      zipped.write(plain);
    }
    return out.toByteArray();
  }
}
