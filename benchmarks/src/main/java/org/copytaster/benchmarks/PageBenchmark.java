package org.copytaster.benchmarks;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.copytaster.formats.page.Page;
import org.copytaster.formats.page.PageReader;
import org.copytaster.formats.page.PageTooLargeException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** HTML pages of some 100 KB that one thread reads in a second, and jsoup's parse of them alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PageBenchmark {

  private static final LocalDate LATEST = LocalDate.of(2026, 1, 1);

  private final PageReader reader = new PageReader();
  private final String html = html();

  /** Everything: the parse, the blocks, what they are, and what the page says of itself. */
  @Benchmark
  public Page read() throws PageTooLargeException {
    return reader.read(html, LATEST);
  }

  /** What the library below takes of it. */
  @Benchmark
  public Document parse() {
    return Jsoup.parse(html);
  }

  private static String html() {
    var page =
        new StringBuilder("<html lang=en><head><title>Dock talks resume</title></head><body>");
    repeat(page, 120, "<li class='menu-item'><a href='/section/#'>Section #</a></li>");
    page.append("<article><h1>Dock talks resume</h1><time datetime='2024-06-19'>June 19</time>");
    var sentence = Texts.own().body().lines().findFirst().orElse("The two sides met.");
    repeat(
        page, 60, "<p class='text'>Day #. " + sentence.repeat(4) + " <a href='/#'>More</a>.</p>");
    page.append("</article>");
    repeat(
        page,
        60,
        "<div class='card related'><a href='/story/#'><img src='/i/#.jpg' alt=''>"
            + "<h3>Another headline, number #</h3></a><span>June #</span></div>");
    repeat(page, 80, "<div class='comment' id='c#'><b>Reader #</b><p>I do not think so.</p></div>");
    repeat(
        page, 40, "<script>window.queue.push({slot: #, sizes: [[300, 250], [728, 90]]});</script>");
    int missing = 100_000 - page.length();
    repeat(
        page,
        Math.max(0, missing / 90),
        "<script>track('slot-#', 'viewport', 'lazy', 'adaptive', 'sticky', 'refresh');</script>");
    return page.append("</body></html>").toString();
  }

  private static void repeat(StringBuilder page, int times, String part) {
    for (int i = 0; i < times; i++) {
      page.append(part.replace("#", String.valueOf(i))).append('\n');
    }
  }
}
