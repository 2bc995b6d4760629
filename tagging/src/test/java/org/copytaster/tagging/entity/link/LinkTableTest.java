package org.copytaster.tagging.entity.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.text.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a name is linked to, given the names around it: {@code link-cases.tsv}. */
class LinkTableTest {

  private static final Linker LINKER = Linker.read();

  @TestFactory
  Stream<DynamicTest> nameIsLinkedAsTheTableSays() {
    return Table.read(LinkTableTest.class, "link-cases.tsv").rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    String.join(" ; ", row.subList(0, 3)),
                    () -> assertThat(linked(row)).isEqualTo(row.get(2))));
  }

  private static String linked(List<String> row) {
    var sightings = new ArrayList<Sighting>();
    var first = sighting(row.get(0));
    sightings.add(first);
    for (var other : row.get(1).split(";", -1)) {
      if (!other.isBlank()) {
        sightings.add(sighting(other.strip()));
      }
    }
    var link = LINKER.among(sightings).best(first);
    var id = link == null ? null : link.identity().knowledgeBaseId();
    return id == null ? "-" : id;
  }

  /** {@code LOC Paris @ Texas}, or {@code ORG World Health Organization = WHO}. */
  private static Sighting sighting(String text) {
    int space = text.indexOf(' ');
    var type = EntityType.valueOf(text.substring(0, space));
    var container = after(text, " @ ");
    var other = after(text, " = ");
    var name = text.substring(space + 1).split(" [@=] ", -1)[0];
    return new Sighting(type, name, other == null ? Set.of(name) : Set.of(name, other), container);
  }

  private static @Nullable String after(String text, String sign) {
    int at = text.indexOf(sign);
    return at < 0 ? null : text.substring(at + sign.length());
  }
}
