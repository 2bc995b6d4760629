package org.copytaster.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.copytaster.formats.copy.Defaults;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.described.InvalidFileException;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.runtime.described.SecretReferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFileTest {

  private static final Set<String> FORMATS = Set.of("json", "nitf", "text");

  @TempDir Path directory;

  @Test
  void aSourceNeedsNothingButItsName() throws InvalidFileException {
    assertThat(parse("name: coast")).isEqualTo(Source.named("coast", new Way.Http()));
  }

  @Test
  void everythingThatIsKnownOfASourceIsRead() throws InvalidFileException {
    var source =
        parse(
            """
            # the regional wire
            name: coast
            way: feed
            url: https://news.example/coast.xml
            format: nitf
            zone: Europe/Lisbon
            locale: pt-PT
            language: pt
            usage-terms: "For print: yes"
            guid-prefixes: ["urn:coast:", "tag:coast.example,2026:"]
            quota: 600
            every: 15m
            quiet-hours: 23:30-05:30
            """);

    assertThat(source.way()).isEqualTo(Way.Feed.of("https://news.example/coast.xml"));
    assertThat(source.format()).isEqualTo("nitf");
    assertThat(source.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
    assertThat(source.defaults()).isEqualTo(new Defaults("pt", "pt-PT", "For print: yes"));
    assertThat(source.guidPrefixes()).containsExactly("urn:coast:", "tag:coast.example,2026:");
    assertThat(source.quota()).hasValue(600);
    assertThat(source.rhythm())
        .isEqualTo(
            new Rhythm(
                Duration.ofMinutes(15),
                new Rhythm.QuietHours(LocalTime.of(23, 30), LocalTime.of(5, 30))));
  }

  @Test
  void aFolderIsAnAbsolutePathWithoutDetours() throws InvalidFileException {
    assertThat(parse("name: ftp\nway: folder\ndirectory: /srv/in/../ftp").way())
        .isEqualTo(new Way.Folder(Path.of("/srv/ftp")));
  }

  @Test
  void secretsComeFromTheEnvironmentAndFromFiles() throws Exception {
    Files.writeString(directory.resolve("desk.secret"), "a secret of the desk\n");

    var access =
        parse(
                """
                name: desk
                webhook-secret: [env:DESK, "file:desk.secret"]
                superdesk-secret: env:DESK
                key: env:DESK
                """)
            .access();

    assertThat(access.webhookSecrets())
        .containsExactly(new Secret("one more secret of it"), new Secret("a secret of the desk"));
    assertThat(access.superdeskSecrets()).containsExactly(new Secret("one more secret of it"));
    assertThat(access.keys()).singleElement().matches(key -> key.matches("one more secret of it"));
  }

  @Test
  void aKeysHashKnowsTheKeyAndNoOther() throws InvalidFileException {
    var key = KeyHash.newKey();
    var access = parse("name: desk\nkey-hash: " + KeyHash.of(key)).access();

    assertThat(access.keys())
        .singleElement()
        .matches(hash -> hash.matches(key.reveal()))
        .matches(hash -> !hash.matches(key.reveal() + "x"))
        .matches(hash -> !hash.toString().contains(key.reveal()));
  }

  @Test
  void aFingerprintIsReadAsOpensslPrintsItAndWithoutColons() throws InvalidFileException {
    var hex = "0f".repeat(32);
    var printed = "0F:".repeat(31) + "0F";

    assertThat(parse("name: a\nclient-certificate: [" + hex + ", " + printed + "]").access())
        .satisfies(
            access ->
                assertThat(access.certificates())
                    .containsExactly(new Fingerprint(hex), new Fingerprint(hex)))
        .satisfies(access -> assertThat(access.open()).isFalse());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: a\\nzome: UTC                        | line 2: zome is not a field; the nearest one is zone
          name: a\\nzone: Europe/Lisbom              | line 2: zone is not a time zone; the nearest one is Europe/Lisbon
          zone: UTC                                  | name is missing
          name: a b                                  | line 1: name must be 1 to 40 letters
          name: a\\nname: b                          | line 2: name is there twice
          name: a\\nformat: nitff                    | line 2: format is not a format that is known; the nearest one is nitf
          name: a\\nway: pigeon                      | line 2: way must be http, folder or feed
          name: a\\nway: folder                      | line 2: way folder needs 'directory:'
          name: a\\ndirectory: /srv                  | line 2: directory goes with 'way: folder' only
          name: a\\nway: feed\\nurl: ftp://x/y       | line 3: url must be an address of http or https
          name: a\\nway: feed\\nurl: http://u:p@x/y  | line 3: url must not hold a password
          name: a\\nlocale: en                       | line 2: locale must be a BCP 47 tag with a region
          name: a\\nlanguage: 'English, I think'     | line 2: language must be a BCP 47 tag
          name: a\\nquota: 0                         | line 2: quota must be a whole number
          name: a\\nevery: often                     | line 2: every must be a duration
          name: a\\nquiet-hours: 25:00-26:00         | line 2: quiet-hours must be two times of day
          name: a\\nguid-prefixes: []                | line 2: guid-prefixes is empty
          name: a\\nkey-hash: sha1:00                | line 2: key-hash must be a hash
          name: a\\nclient-certificate: AA:BB         | line 2: client-certificate must be the SHA-256 of a certificate
          name: a\\nwebhook-secret: env:NOBODY       | line 2: webhook-secret names a variable that is not set
          name: a\\nwebhook-secret: file:nowhere     | line 2: webhook-secret must name a file that is there
          name: a\\nwebhook-secret: env:SHORT        | line 2: webhook-secret names a secret of fewer than 16
          name: a\\nusage-terms: {print: yes}        | line 2: usage-terms must be a text
          name: &x a\\nlanguage: *x                  | line 2: language must be a text
          name: [a                                   | the file is not valid YAML
          - name: a                                  | line 1: the file must be names with values
          """)
  void whatIsWrongIsSaidWithLineFieldAndReason(String file, String sentence) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> parse(file.replace("\\n", "\n")))
        .satisfies(e -> assertThat(e.sentence("a.yaml")).contains(sentence));
  }

  @Test
  void aSecretThatIsWrittenOutIsRefusedAndNotRepeated() {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> parse("name: a\nkey: correct-horse-battery-staple"))
        .satisfies(
            e ->
                assertThat(e.sentence("a.yaml"))
                    .contains("line 2: key must be a reference")
                    .doesNotContain("horse"));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> parse("name: a\nzone: Mars\nquota: many\nway: folder"))
        .satisfies(e -> assertThat(e.sentence("a.yaml")).contains("zone", "quota", "'directory:'"));
  }

  @Test
  void withoutAZoneItIsUtc() throws InvalidFileException {
    assertThat(parse("name: a").zone()).isEqualTo(ZoneOffset.UTC);
  }

  private Source parse(String file) throws InvalidFileException {
    var environment = Map.of("DESK", "one more secret of it", "SHORT", "1234");
    var references = new SecretReferences(directory, environment::get);
    return SourceFile.parse(file.getBytes(UTF_8), FORMATS, references);
  }
}
