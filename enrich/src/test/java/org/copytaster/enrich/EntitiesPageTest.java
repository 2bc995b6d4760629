package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.enrich.tag.OneTagging;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.schemas.record.Entity;
import org.copytaster.schemas.record.Mention;
import org.copytaster.tagging.entity.Attribute;
import org.copytaster.tagging.entity.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds {@code docs/entities.md} to what the engine says. */
class EntitiesPageTest {

  private static final Path PAGE = Path.of("../docs/entities.md");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```\\n(.*?)^```$");

  private final RecordTagger tagging = OneTagging.ENGLISH;

  private record Example(String text, String printed) {}

  @TestFactory
  Stream<DynamicTest> exampleStillSaysWhatThePageShows() throws IOException {
    return examples().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.text(),
                    () -> assertThat(read(example.text())).isEqualTo(example.printed())));
  }

  @Test
  void pageHasAnExampleOfMostKinds() throws IOException {
    assertThat(examples()).hasSizeGreaterThanOrEqualTo(15);
  }

  @Test
  void pageNamesAllRolesAndKindsOfAttributes() throws IOException {
    var page = Files.readString(PAGE);
    assertThat(Stream.of(Role.values()).map(role -> "| `" + role + "` |")).allMatch(page::contains);
    assertThat(Stream.of(Attribute.Kind.values()).map(kind -> "| `" + kind.label() + "` |"))
        .allMatch(page::contains);
  }

  private static List<Example> examples() throws IOException {
    var examples = new ArrayList<Example>();
    var fenced = FENCED.matcher(Files.readString(PAGE));
    while (fenced.find()) {
      for (var block : fenced.group(1).strip().split("\n\n", -1)) {
        int end = block.indexOf('\n');
        assertThat(block).startsWith("> ");
        examples.add(new Example(block.substring(2, end), block.substring(end + 1)));
      }
    }
    return examples;
  }

  private String read(String text) {
    return tagging.tag(text.replace("⏎", "\n"), null).getEntities().stream()
        .map(EntitiesPageTest::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(Entity entity) {
    var surfaces =
        entity.getMentions().stream()
            .map(Mention::getSurface)
            .map(surface -> surface.replace('\n', ' '))
            .distinct()
            .collect(Collectors.joining(", "));
    var facts = new ArrayList<>(entity.getRoles());
    for (var attribute : entity.getAttributes()) {
      facts.add(attribute.getKind() + "=" + attribute.getValue());
    }
    var said = facts.isEmpty() ? "" : "; " + String.join(", ", facts);
    return entity.getType() + " " + entity.getName() + ": " + surfaces + said;
  }
}
