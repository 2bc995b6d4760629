package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the services say of failures: never in the words of somebody else's exception. */
class FaultRulesTest {

  private static final JavaClasses SERVICES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(
              "org.copytaster.schemas",
              "org.copytaster.runtime",
              "org.copytaster.ingest",
              "org.copytaster.enrich",
              "org.copytaster.sink",
              "org.copytaster.console");

  private static final Set<String> TELLING =
      Set.of("getMessage", "getLocalizedMessage", "toString", "printStackTrace");

  /** They speak of what an operator set up: settings, files, ports. No copy is near them. */
  private static final Set<String> OF_THE_OPERATOR =
      Set.of(
          "org.copytaster.runtime.Settings",
          "org.copytaster.runtime.OpsServer",
          "org.copytaster.runtime.Tls",
          "org.copytaster.runtime.TlsFiles",
          "org.copytaster.runtime.watch.WatchedFolder",
          "org.copytaster.schemas.TopicCreation",
          "org.copytaster.enrich.EnrichSettings",
          "org.copytaster.enrich.tag.AuthorityFolder",
          "org.copytaster.runtime.described.DescribedFields");

  @Test
  void onlyOneClassAsksAnExceptionForItsMessage() {
    var asking =
        SERVICES.stream()
            .filter(type -> !type.getName().equals("org.copytaster.runtime.log.Fault"))
            .filter(type -> !OF_THE_OPERATOR.contains(type.getName().replaceAll("\\$.*", "")))
            .flatMap(FaultRulesTest::calls)
            .filter(call -> TELLING.contains(call.getName()))
            .filter(call -> foreignFailure(call.getTargetOwner()))
            .map(JavaAccess::getDescription)
            .toList();

    assertThat(asking).isEmpty();
  }

  private static Stream<JavaAccess<? extends AccessTarget>> calls(JavaClass type) {
    return Stream.concat(
        type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream());
  }

  private static boolean foreignFailure(JavaClass type) {
    return type.isAssignableTo(Throwable.class)
        && !type.getPackageName().startsWith("org.copytaster");
  }
}
