package org.copytaster.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A page of the checkout as its readers see it on GitHub: lines, links and the anchors of headings.
 *
 * @param path from the checkout's top, with slashes
 */
record MarkdownPage(String path, List<Line> lines) {

  /** Characters in a row of a table at most. */
  static final int LONGEST_ROW = 160;

  private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?)[ #]*");
  private static final Pattern LINKED = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Pattern UNANCHORED = Pattern.compile("[^\\p{L}\\p{M}\\p{N} _-]");

  /**
   * One line.
   *
   * @param number from 1
   * @param fenced whether it stands between two fences, or is one
   */
  record Line(int number, String text, boolean fenced) {

    boolean ofTable() {
      return !fenced && text.startsWith("|");
    }
  }

  /** Every page that lies in the checkout and was not made by a build. */
  static List<MarkdownPage> all() {
    var pages = new ArrayList<MarkdownPage>();
    try {
      Files.walkFileTree(
          OpsFiles.CHECKOUT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(
                Path directory, BasicFileAttributes attributes) {
              return made(OpsFiles.CHECKOUT.relativize(directory).toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(".md")) {
                pages.add(read(OpsFiles.CHECKOUT.relativize(file)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pages;
  }

  /** Whether a directory belongs to a build, to Git or to a run and not to the pages. */
  private static boolean made(String directory) {
    var name = directory.substring(directory.lastIndexOf(File.separatorChar) + 1);
    return name.startsWith(".") || name.equals("target") || name.equals("node_modules");
  }

  private static MarkdownPage read(Path file) {
    try {
      var lines = new ArrayList<Line>();
      boolean within = false;
      for (var text : Files.readAllLines(OpsFiles.CHECKOUT.resolve(file))) {
        boolean fence = text.startsWith("```");
        lines.add(new Line(lines.size() + 1, text, within || fence));
        within ^= fence;
      }
      return new MarkdownPage(file.toString().replace('\\', '/'), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where links lead that stay within the checkout, as they are written. */
  List<String> links() {
    var prose = new StringBuilder();
    for (var line : lines) {
      prose.append(line.fenced() ? "" : line.text()).append('\n');
    }
    return LINK.matcher(prose)
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .toList();
  }

  /** What a link can name behind {@code #}: a second heading of the same words ends in -1. */
  Set<String> anchors() {
    var anchors = new TreeSet<String>();
    var seen = new HashMap<String, Integer>();
    for (var line : lines) {
      var heading = HEADING.matcher(line.text());
      if (!line.fenced() && heading.matches()) {
        var anchor = anchor(heading.group(1));
        int times = seen.merge(anchor, 1, Integer::sum);
        anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1));
      }
    }
    return anchors;
  }

  private static String anchor(String heading) {
    var words = LINKED.matcher(heading).replaceAll("$1").toLowerCase(Locale.ROOT);
    return UNANCHORED.matcher(words).replaceAll("").replace(' ', '-');
  }
}
