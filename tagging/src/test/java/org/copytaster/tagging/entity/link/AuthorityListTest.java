package org.copytaster.tagging.entity.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityListTest {

  private static final String HEADER = "id\ttype\tname\taliases\tdescription\n";

  @Test
  void lineIsReadWithItsAliases() {
    var list =
        parse(HEADER + "house:1\tper\tUlla Hartwig\tHartwig, Ulla| U. Hartwig |\tminister\n");
    assertThat(list.entries())
        .containsExactly(
            new AuthorityEntry(
                "house:1",
                EntityType.PER,
                "Ulla Hartwig",
                List.of("Hartwig, Ulla", "U. Hartwig"),
                "minister"));
  }

  @Test
  void remarksEmptyLinesAndTheLineEndsAndMarkOfWindowsAreNoMatter() {
    var list =
        parse(
            "\uFEFF# our list\r\n" + HEADER.strip() + "\r\n\r\nhouse:1\tORG\tCoast Press\t\t\r\n");
    assertThat(list.entries()).extracting(AuthorityEntry::name).containsExactly("Coast Press");
  }

  @Test
  void listThatIsWrittenReadsTheSame() {
    var list = parse(HEADER + "house:1\tLOC\tHavnes\tHavnes By|Havnæs\ta harbour\n");
    assertThat(AuthorityList.parse("people.tsv", bytes(list.toTsv()))).isEqualTo(list);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "'';authority list people.tsv has no first line id type name aliases description",
        "'id\tname\n';authority list people.tsv line 1: header must be id, type, name, aliases,"
            + " description, apart by tabs",
        "'H\tPER\tUlla Hartwig\t\n';authority list people.tsv line 2: description is missing",
        "'H1\tPER\tUlla Hartwig\t\t\tx\n';authority list people.tsv line 2: description is followed"
            + " by another column",
        "'H\tMAN\tUlla Hartwig\t\t\n';authority list people.tsv line 2: type \"MAN\" is none of"
            + " PER, ORG, LOC, MISC",
        "'H 1\tPER\tUlla Hartwig\t\t\n';authority list people.tsv line 2: id \"H 1\" has white space"
            + " in it",
        "'\tPER\tUlla Hartwig\t\t\n';authority list people.tsv line 2: id is empty",
        "'H1\tPER\t-\t\t\n';authority list people.tsv line 2: name has neither letter nor digit",
        "'H1\tPER\tUlla\t!|x\t\n';authority list people.tsv line 2: aliases \"!\" has neither letter"
            + " nor digit",
        "'H1\tPER\tUlla\t\t\nH1\tPER\tOle\t\t\n';authority list people.tsv line 3: id \"H1\" stands in"
            + " a line before",
      })
  void mistakeIsNamedWithFileLineAndColumn(String content, String complaint) {
    var whole = content.startsWith("id") || content.isEmpty() ? content : HEADER + content;
    assertThatIllegalArgumentException().isThrownBy(() -> parse(whole)).withMessage(complaint);
  }

  @Test
  void fileThatIsNotUtf8IsNamed() {
    var latin = "é".getBytes(StandardCharsets.ISO_8859_1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuthorityList.parse("people.tsv", latin))
        .withMessage("authority list people.tsv is not UTF-8");
  }

  private static AuthorityList parse(String content) {
    return AuthorityList.parse("people.tsv", bytes(content));
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }
}
