package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.copytaster.tagging.entity.link.Linker;
import org.copytaster.tagging.entity.link.Scene;
import org.copytaster.tagging.entity.link.Sighting;
import org.copytaster.tagging.entity.tag.ModelTagger;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.ZoneLabeler;
import org.junit.jupiter.api.Test;

/** What it costs to ask who is meant, beside finding the names; by ratio, in one run. */
class LinkingCostTest {

  private static final String ARTICLE =
      """
      Norway and Brazil sign pact on forests

      OSLO (AP) - Norwegian Prime Minister Erna Solberg and Brazilian President Jair Bolsonaro \
      signed a pact on Monday that the United Nations called a first step. Solberg said the deal \
      with Brazil was worth $1 billion. The World Health Organization and Amnesty International \
      were not asked.

      Senator Elizabeth Warren of Massachusetts told the BBC that the Democratic Party would vote \
      against a similar plan in the Senate. Google and Boeing, which had paid for a study by \
      Stanford University, declined to comment. The Supreme Court is to rule in June.

      "We have waited for years," said Marina Prata, who owns a farm near Manaus. Her brother, \
      Paulo Prata, works for Petrobras in Rio de Janeiro. Arsenal, whose coach comes from there, \
      sent a letter to President Donald Trump.
      """;

  private static final int WARM = 150;
  private static final int TIMES = 60;
  private static final int ROUNDS = 5;

  /** It is 10 to 12 % of this article, which has more names than most; 15 % is a fault. */
  @Test
  void linkingIsASmallPartOfTheTimeOfAnArticle() {
    var tagger = ModelTagger.english();
    var text = new Text(ARTICLE, ZoneLabeler.english().label(ARTICLE, List.of()));
    var linker = Linker.read();
    var sightings = sightings(tagger, text);
    assertThat(sightings).hasSizeGreaterThan(15);
    Runnable whole = () -> tagger.tag(text);
    Runnable links = () -> link(linker, sightings);
    least(whole, WARM);
    least(links, WARM);
    double share = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      share = Math.min(share, (double) least(links, TIMES) / least(whole, TIMES));
    }
    System.out.printf("linking is %.1f %% of finding names and linking them%n", 100 * share);
    assertThat(share).isLessThan(0.15);
  }

  private static List<Sighting> sightings(ModelTagger tagger, Text text) {
    var sightings = new ArrayList<Sighting>();
    for (var entity : tagger.tag(text)) {
      var surfaces = new LinkedHashSet<String>();
      entity.mentions().forEach(mention -> surfaces.add(mention.surface()));
      var identity = entity.identity();
      sightings.add(new Sighting(identity.type(), identity.name(), surfaces, null));
    }
    return sightings;
  }

  private static void link(Linker linker, List<Sighting> sightings) {
    var here = linker.among(sightings, Scene.of(null, ARTICLE));
    sightings.forEach(here::best);
  }

  /** Nanoseconds of this thread that one turn takes, in the mean of some. */
  private static long least(Runnable work, int times) {
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      work.run();
    }
    return (threads.getCurrentThreadCpuTime() - begin) / times;
  }
}
