package org.copytaster.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Partitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms, the arrows between them, the words and the budgets of the house. */
class ArchitectureTest {

  private static final String ROOT = "org.copytaster.";
  private static final String METRICS = ROOT + "runtime.Metrics";
  private static final Set<String> SAME_THING_IN_TWO_ROOMS = Set.of("Replies", "DatabaseSettings");
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.copytaster");

  private static final SliceAssignment EACH_PACKAGE =
      new SliceAssignment() {
        @Override
        public String getDescription() {
          return "packages";
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return SliceIdentifier.of(type.getPackageName());
        }
      };

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "schemas, ''",
    "runtime, ''",
    "formats, schemas",
    "ingest, schemas runtime formats tagging",
    "tagging, ''",
    "enrich, schemas runtime tagging",
    "store, schemas runtime",
    "sink, schemas runtime store",
    "console, schemas runtime store",
    "parts, schemas runtime",
    "standalone, schemas runtime formats tagging store parts ingest enrich sink console",
  })
  void eachRoomKnowsOnlyTheRoomsBelowIt(String room, String below) {
    var allowed =
        Stream.concat(Stream.of(room), Stream.of(below.split(" ", -1)).filter(r -> !r.isEmpty()))
            .map(name -> ROOT + name + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(ROOT + room + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.copytaster..").and(not(resideInAnyPackage(allowed))))
        .check(ALL);
  }

  /** They see what the pom names, and feed themselves what another service would give them. */
  @ParameterizedTest
  @ValueSource(strings = {"ingest", "enrich", "sink", "console"})
  void testsOfAServiceKnowNoOtherService(String service) throws IOException {
    var pom = Files.readString(Path.of("..", service, "pom.xml"));
    var others = List.of("ingest", "enrich", "sink", "console", "standalone");
    assertThat(others)
        .filteredOn(other -> !other.equals(service))
        .noneMatch(other -> pom.contains("<artifactId>copytaster-" + other + "</artifactId>"));
  }

  @Test
  void theTaggersKnowNoKafkaNoAvroNoClientsAndNoClock() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "tagging..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache..", "java.net..", "java.sql..", ROOT + "schemas..", ROOT + "runtime..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.time.Clock.class)
        .check(ALL);
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "enrich..", ROOT + "tagging..")
        .should()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(ALL);
  }

  @Test
  void entitiesAndTimeExpressionsDoNotKnowEachOther() {
    slices().matching(ROOT + "tagging.(entity|timex)..").should().notDependOnEachOther().check(ALL);
  }

  @Test
  void formatsAndTheDeskDoNotKnowTheSources() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "formats..", ROOT + "ingest.desk..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "ingest.http..",
            ROOT + "ingest.file..",
            ROOT + "ingest.feed..",
            ROOT + "ingest.source..")
        .check(ALL);
  }

  @Test
  void copyAndMarkupKnowNoFormat() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "formats.text..",
            ROOT + "formats.copy..",
            ROOT + "formats.json..",
            ROOT + "formats.markup..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "formats",
            ROOT + "formats.agency..",
            ROOT + "formats.feed..",
            ROOT + "formats.house..",
            ROOT + "formats.mail..",
            ROOT + "formats.newsml..",
            ROOT + "formats.ninjs..",
            ROOT + "formats.page..",
            ROOT + "formats.teletype..")
        .check(ALL);
  }

  @Test
  void onlyOneFileKnowsTheBrokersInside() {
    noClasses()
        .that()
        .doNotHaveSimpleName("EmbeddedBroker")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..")
        .check(ALL);
  }

  @Test
  void namesSayWhatAThingIs() {
    for (var word :
        List.of(
            "Manager", "Util", "Helper", "Impl", "Abstract", "Base", "Common", "Data", "Info")) {
      classes()
          .that(not(resideInAPackage(ROOT + "schemas.record..")))
          .should()
          .haveNameNotMatching("org\\.copytaster\\..*\\b\\w*" + word + "([A-Z]\\w*)?$")
          .because(word + " says nothing")
          .check(ALL);
    }
  }

  @Test
  void theLastWordOfAPublicNameStandsAmongTheWords() {
    assertThat(WordsPage.read().unknown(named())).isEmpty();
  }

  @Test
  void everyWordIsTheLastOfSomeName() {
    assertThat(WordsPage.read().unused(named())).isEmpty();
  }

  @Test
  void aNameOfATypeMeansOneThing() {
    var often =
        WordsPage.types().stream()
            .collect(Collectors.groupingBy(WordsPage.Named::name, Collectors.counting()));
    often.values().removeIf(count -> count == 1);

    assertThat(SAME_THING_IN_TWO_ROOMS).containsAll(often.keySet());
  }

  @Test
  void whatIsThrownIsAnException() {
    classes()
        .that()
        .areAssignableTo(Throwable.class)
        .should()
        .haveSimpleNameEndingWith("Exception")
        .check(ALL);
  }

  @Test
  void everyServiceHasADoorOfOneStyle() {
    for (var door : List.of("ingest.Ingest", "enrich.Enrich", "sink.Sink", "console.Console")) {
      var settings = ALL.get(ROOT + door + "Settings");

      assertThat(ALL.get(ROOT + door).getMethod("service", settings.getName(), METRICS))
          .matches(method -> method.getModifiers().contains(JavaModifier.STATIC))
          .matches(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
          .matches(method -> method.getRawReturnType().getName().equals(ROOT + "runtime.Service"));
      assertThat(ALL.get(ROOT + door).getConstructors())
          .allMatch(made -> made.getModifiers().contains(JavaModifier.PRIVATE));
    }
  }

  @Test
  void packagesKnowEachOtherOneWayOnly() {
    slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles().check(ALL);
  }

  @Test
  void aRunningPipelineKnowsNoTrainer() {
    noClasses()
        .that(
            not(
                resideInAnyPackage(
                    "..train..", "..gazetteer..", "..evaluate..", "..extract..", "..benchmarks..")))
        .and()
        .doNotHaveSimpleName("Main")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "tagging.entity.train..",
            ROOT + "tagging.text.train..",
            ROOT + "formats.page.train..")
        .check(ALL);
  }

  @Test
  void onlyOneClassKnowsTheNeuralNetsLibrary() {
    noClasses()
        .that()
        .doNotHaveSimpleName("EncoderSession")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.onnxruntime..")
        .check(ALL);
  }

  @Test
  void aPackageCanBeSeenAtAGlance() {
    var files =
        ALL.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getPackageName().equals(ROOT + "schemas.record"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(files.entrySet()).allSatisfy(each -> assertThat(each.getValue()).isLessThan(31));
  }

  @Test
  void theShellOfAProcessStaysSmall() {
    var shown =
        ALL.stream()
            .filter(type -> type.getPackageName().equals(ROOT + "runtime"))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> type.isTopLevelClass())
            .toList();

    assertThat(shown).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void mostTypesAreNobodyElsesBusiness() {
    var ours =
        ALL.stream()
            .filter(type -> type.isTopLevelClass())
            .filter(type -> !type.getPackageName().equals(ROOT + "schemas.record"))
            .toList();
    long hidden =
        ours.stream().filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC)).count();

    assertThat((double) hidden / ours.size()).isGreaterThan(0.4);
  }

  @Test
  void methodsAndConstructorsTakeAFewParameters() {
    var crowded =
        ALL.stream()
            .filter(type -> !type.getPackageName().equals(ROOT + "schemas.record"))
            .filter(type -> !type.isRecord() && !type.isAnonymousClass())
            .filter(type -> !type.isAssignableTo(Partitioner.class)) // Kafka says how many it has
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(code -> !code.getName().startsWith("lambda$"))
            .filter(code -> !code.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(code -> code.getRawParameterTypes().size() > 5)
            .map(code -> code.getFullName())
            .toList();

    assertThat(crowded).isEmpty();
  }

  @Test
  void noFileIsLongerThan400Lines() throws IOException {
    try (var files = Files.walk(Path.of(".."))) {
      var tooLong =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/target/"))
              .filter(file -> lines(file) > 400)
              .toList();

      assertThat(tooLong).isEmpty();
    }
  }

  @Test
  void everyPackageSaysWhyItExists() throws IOException {
    try (var directories = Files.walk(Path.of(".."))) {
      var silent =
          directories
              .filter(Files::isDirectory)
              .filter(directory -> directory.toString().contains("/src/main/java/"))
              .filter(ArchitectureTest::holdsTypes)
              .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
              .toList();

      assertThat(silent).isEmpty();
    }
  }

  /** Those with a file in a module, and the records that the schemas are compiled to. */
  private static List<WordsPage.Named> named() {
    var records =
        ALL.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> type.getPackageName().equals(ROOT + "schemas.record"))
            .map(type -> new WordsPage.Named(type.getSimpleName(), true));
    return Stream.concat(WordsPage.types().stream(), records).toList();
  }

  private static boolean holdsTypes(Path directory) {
    try (var files = Files.list(directory)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
