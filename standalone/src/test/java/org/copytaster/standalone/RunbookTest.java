package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the commands of {@code docs/runbook.md} against what there is: at night nobody corrects.
 */
class RunbookTest {

  /** A stretch of code, which may run over the end of a line, or a line that is indented. */
  private static final Pattern CODE = Pattern.compile("`([^`]+)`|(?m)^ {4}(\\S.*)$");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern SETTING = Pattern.compile("COPYTASTER_[A-Z_]+");
  private static final Pattern NAMED = Pattern.compile("(?:docs|ops)/[\\w./-]+");
  private static final Pattern SERIES = Pattern.compile("copytaster[_:][a-z_:]+");
  private static final Pattern DOOR = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");
  private static final Pattern SERVICE = Pattern.compile("(?m)^  ([a-z][a-z-]*):$");
  private static final String COMPOSE = "docker compose ";

  /** What stands in place of a service that the reader knows. */
  private static final String ANY = "SERVICE";

  private final String page = read("docs/runbook.md");
  private final String composed = read("docker-compose.yml");
  private final String operations = read("docs/operations.md");
  private final String rules = read("ops/slo-rules.yml");
  private final List<String> commands =
      CODE.matcher(page)
          .results()
          .map(code -> code.group(1) == null ? code.group(2) : code.group(1))
          .map(code -> code.replaceAll("\\s+", " "))
          .toList();

  @Test
  void commandOfOursIsOneThatThereIs() {
    var ours =
        commands.stream()
            .filter(command -> command.contains("./copytaster "))
            .map(command -> command.replaceFirst(".*\\./copytaster ", ""))
            .toList();

    assertThat(ours)
        .hasSizeGreaterThan(8)
        .allSatisfy(
            command ->
                assertThatCode(() -> Main.commandLine().parseArgs(words(command)))
                    .as(command)
                    .doesNotThrowAnyException());
  }

  @Test
  void containerIsOneOfTheComposeFile() {
    var there = services();
    var asked = commands.stream().filter(command -> command.contains(COMPOSE)).toList();

    assertThat(there).contains("broker", "ingest", "grafana");
    assertThat(asked)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            command ->
                assertThat(container(command)).as(command).isSubsetOf(there).hasSizeLessThan(2));
  }

  @Test
  void whatIsDoneInComposeIsSaidForUpAndKubernetesToo() {
    var rows = page.lines().filter(line -> line.startsWith("| `")).toList();
    var said = rows.stream().map(row -> verb(row.split("`", -1)[1])).toList();

    assertThat(rows)
        .allMatch(row -> row.matches("\\|[^|]*\\w[^|]*\\|[^|]*\\w[^|]*\\|[^|]*\\w[^|]*\\|"));
    assertThat(commands)
        .filteredOn(command -> command.contains(COMPOSE))
        .allSatisfy(command -> assertThat(said).as(command).contains(verb(command)));
  }

  /** Compose publishes few doors; whoever asks at another one must do so within a container. */
  @Test
  void doorIsOneThatComposePublishes() {
    var outside =
        Pattern.compile("_PORT:-(\\d+)}")
            .matcher(composed)
            .results()
            .map(port -> port.group(1))
            .collect(Collectors.toSet());
    var asked =
        commands.stream()
            .filter(command -> command.contains("curl ") && !command.contains(" exec "))
            .flatMap(command -> DOOR.matcher(command).results().map(port -> port.group(1)))
            .toList();

    assertThat(outside).contains("8080", "8081");
    assertThat(asked).hasSizeGreaterThan(4).isSubsetOf(outside);
  }

  @Test
  void fileAndSettingAreThere() {
    var files = found(NAMED);
    var settings = found(SETTING);

    assertThat(files)
        .isNotEmpty()
        .allSatisfy(file -> assertThat(OpsFiles.CHECKOUT.resolve(file)).exists());
    assertThat(settings)
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(operations + composed).as(name).containsPattern("\\b" + name + "\\b"));
  }

  @Test
  void seriesIsOneThatThereIs() {
    assertThat(found(SERIES))
        .isNotEmpty()
        .allSatisfy(
            name -> assertThat(operations + rules).containsPattern("[ `]" + name + "[`\\n]"));
  }

  @Test
  void sectionHasACommandOrLeadsToOne() {
    assertThat(page.split("(?m)^## "))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            section ->
                assertThat(section)
                    .containsPattern("`(?:docker|\\./copytaster|curl|openssl|df)\\b|\\]\\("));
  }

  private Set<String> found(Pattern pattern) {
    return pattern
        .matcher(page.replaceAll("\\]\\([^)]*\\)|runbook_url", ""))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> services() {
    var within =
        composed.substring(composed.indexOf("\nservices:"), composed.indexOf("\nnetworks:"));
    return SERVICE.matcher(within).results().map(name -> name.group(1)).collect(Collectors.toSet());
  }

  /** The container that a command names: the first word that is no option, or what is scaled. */
  private static List<String> container(String command) {
    var words = words(after(command));
    for (int i = 1; i < words.length; i++) {
      if (words[i].equals("--scale")) {
        return List.of(words[i + 1].replaceFirst("=\\d+$", ""));
      }
      if (words[i].equals("--since")) {
        i++;
      } else if (!words[i].startsWith("-")) {
        return words[i].equals(ANY) ? List.of() : List.of(words[i]);
      }
    }
    return List.of();
  }

  /** What is done, for a row of the table. */
  private static String verb(String command) {
    return command.contains(COMPOSE)
        ? words(after(command))[0] + (command.contains("--scale") ? " --scale" : "")
        : "";
  }

  private static String after(String command) {
    return command.substring(command.indexOf(COMPOSE) + COMPOSE.length());
  }

  private static String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toArray(String[]::new);
  }

  private static String read(String file) {
    try {
      return Files.readString(OpsFiles.CHECKOUT.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
