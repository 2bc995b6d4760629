package org.copytaster.formats.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is known of a page as a whole before any of its blocks is judged. */
public final class Outline {

  /** The element that holds the article holds most of the prose of what is around it. */
  private static final double MOST_PROSE = 0.65;

  private static final int SHINGLE = 4;

  private final List<Block> blocks;
  private final PageElement container;
  private final PageElement densest;
  private final int firstProse;
  private final int lastProse;
  private final int titleAt;
  private final int words;
  private final int proseWords;
  private final Set<String> claimed = new HashSet<>();
  private final Map<String, Integer> repeats = new HashMap<>();
  private final Map<Long, Alike> alike = new HashMap<>();

  /** Blocks that stand in the same way in elements of the same names. */
  static final class Alike {
    int blocks;
    int words;
    int prose;
  }

  Outline(List<Block> blocks, String title, String claimedText) {
    this.blocks = blocks;
    var root = blocks.isEmpty() ? new PageElement(null, "", 0) : blocks.get(0).frame().at(0);
    this.container = container(root);
    this.densest = densest(root);
    this.words = root.words();
    this.proseWords = root.proseWords();
    int first = -1;
    int last = blocks.size() - 1;
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      repeats.merge(block.text(), 1, Integer::sum);
      var group = alike.computeIfAbsent(signature(block), key -> new Alike());
      group.blocks++;
      group.words += block.words();
      if (PageElement.isProse(block)) {
        group.prose++;
        if (isInside(block)) {
          first = first < 0 ? i : first;
          last = i;
        }
      }
    }
    this.firstProse = Math.max(0, first);
    this.lastProse = last;
    this.titleAt = titleAt(title);
    shingles(claimedText, claimed);
  }

  private PageElement container(PageElement root) {
    var best = root;
    for (var block : blocks) {
      for (var at = block.frame(); at.depth() > best.depth(); at = parent(at)) {
        if (at.proseWords() >= MOST_PROSE * root.proseWords()) {
          best = at;
          break;
        }
      }
    }
    return best;
  }

  /** The element whose children hold the most prose, in the way of Arc90's Readability. */
  private PageElement densest(PageElement root) {
    var scores = new HashMap<PageElement, Double>();
    for (var block : blocks) {
      if (PageElement.isProse(block)) {
        double weight = block.words();
        for (var at = parent(block.frame()); at != root && weight >= 1; at = parent(at)) {
          scores.merge(at, weight, Double::sum);
          weight /= 3;
        }
      }
    }
    var best = root;
    double most = 0;
    for (var block : blocks) {
      for (var at = block.frame(); at != root; at = parent(at)) {
        double score = scores.getOrDefault(at, 0.0) * (1 - at.linkDensity());
        if (score > most) {
          most = score;
          best = at;
        }
      }
    }
    return best;
  }

  private static PageElement parent(PageElement frame) {
    var parent = frame.parent();
    return parent == null ? frame : parent;
  }

  private int titleAt(String title) {
    var wanted = plain(title);
    int best = -1;
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      if (block.headingLevel() == 1 && (best < 0 || plain(block.text()).equals(wanted))) {
        best = i;
      }
    }
    return best;
  }

  static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
  }

  /** Adds the phrases of the text, four words each. */
  static void shingles(String text, Set<String> into) {
    var found = words(text);
    for (int i = 0; i + SHINGLE <= found.size(); i++) {
      into.add(String.join(" ", found.subList(i, i + SHINGLE)));
    }
  }

  private static List<String> words(String text) {
    var found = new ArrayList<String>();
    int begin = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (letter && begin < 0) {
        begin = i;
      } else if (!letter && begin >= 0) {
        found.add(text.substring(begin, i));
        begin = -1;
      }
    }
    return found;
  }

  /** Which share of the block the page's own description of the article has; -1 if unknown. */
  double claimed(Block block) {
    return claimed.isEmpty() ? -1 : held(block.text(), claimed);
  }

  /** Which share of the text's phrases is among these; -0.5 if it has none. */
  static double held(String text, Set<String> phrases) {
    var found = words(text);
    int all = found.size() - SHINGLE + 1;
    if (all < 1) {
      return -0.5;
    }
    int same = 0;
    for (int i = 0; i < all; i++) {
      if (phrases.contains(String.join(" ", found.subList(i, i + SHINGLE)))) {
        same++;
      }
    }
    return (double) same / all;
  }

  boolean isInside(Block block) {
    return block.frame().at(container.depth()) == container;
  }

  Alike alike(Block block) {
    return alike.getOrDefault(signature(block), new Alike());
  }

  private static long signature(Block block) {
    long signature = block.tag().hashCode();
    var at = block.frame();
    for (int i = 0; i < 4; i++) {
      signature = signature * 31 + at.names() * 7 + at.tag().hashCode();
      at = parent(at);
    }
    return signature * 31 + at.depth();
  }

  int repeats(Block block) {
    return repeats.getOrDefault(block.text(), 1);
  }

  /** All blocks, in the order of the page. */
  public List<Block> blocks() {
    return blocks;
  }

  PageElement container() {
    return container;
  }

  PageElement densest() {
    return densest;
  }

  int firstProse() {
    return firstProse;
  }

  int lastProse() {
    return lastProse;
  }

  int titleAt() {
    return titleAt;
  }

  int words() {
    return words;
  }

  int proseWords() {
    return proseWords;
  }
}
