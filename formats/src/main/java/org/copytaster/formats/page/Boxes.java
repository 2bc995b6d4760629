package org.copytaster.formats.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Bars what is no part of any article, whatever its words look like: boxes that ask for consent or
 * to sign up, comments, and second copies of a text. It is barred before the page is measured, so
 * that a box that is longer than the story is not taken for what holds the story. Where a name
 * alone would bar the headline or most of the page's prose, the name is not believed.
 */
final class Boxes {

  /** Distinct words about consent that a box has; a paragraph about cookies has fewer. */
  private static final int CONSENT_WORDS = 4;

  private static final int SIGNUP_WORDS = 2;
  private static final int LONGEST_OPENING = 25;

  /** Longer boxes to sign up in hold something else as well. */
  private static final int LONGEST_SIGNUP = 150;

  /** A box has one purpose: this share of its paragraphs speaks of it. */
  private static final double ON_PURPOSE = 0.5;

  /** Words of a text that stands twice; shorter ones are labels. */
  private static final int FEWEST_TWICE = 12;

  private static final int LONGEST_LABEL = 5;
  private static final int FEWEST_ANSWERS = 2;

  /** The share of a text's phrases that stand elsewhere, if it is a copy. */
  private static final double MOST_SAID = 0.7;

  /** The share of what is not displayed that is a copy, if none of it is read. */
  private static final double COPIED = 0.5;

  private final List<Block> blocks;
  private final BlockCues cues;
  private final IdentityHashMap<PageElement, Tally> tallies = new IdentityHashMap<>();
  private final Tally page;
  private final int firstProse;

  /** What an element holds. */
  private static final class Tally {
    private final int first;
    private int words;
    private int prose;
    private boolean heading;

    private Tally(int first) {
      this.first = first;
    }
  }

  private Boxes(List<Block> blocks, BlockCues cues) {
    this.blocks = blocks;
    this.cues = cues;
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      for (var at = block.frame(); at != null; at = at.parent()) {
        int first = i;
        var tally = tallies.computeIfAbsent(at, frame -> new Tally(first));
        tally.words += block.words();
        tally.heading |= block.headingLevel() == 1;
        if (PageElement.isLong(block)) {
          tally.prose++;
        }
      }
    }
    this.firstProse =
        IntStream.range(0, blocks.size())
            .filter(i -> PageElement.isLong(blocks.get(i)))
            .findFirst()
            .orElse(blocks.size());
    this.page =
        blocks.isEmpty()
            ? new Tally(0)
            : tallies.getOrDefault(blocks.get(0).frame().at(0), new Tally(0));
  }

  /** Bars elements and single blocks. */
  static void bar(List<Block> blocks, BlockCues cues) {
    if (blocks.isEmpty()) {
      return;
    }
    var boxes = new Boxes(blocks, cues);
    boxes.barElements();
    boxes.barHidden();
    boxes.barCopies();
    boxes.barReplies();
    blocks.replaceAll(block -> block.frame().isBarred() ? block.asBarred() : block);
  }

  private int spoken(String group, String text) {
    var words = new HashSet<String>();
    cues.spoken(group, text, words);
    return words.size();
  }

  private void barElements() {
    for (var each : tallies.entrySet()) {
      var frame = each.getKey();
      var tally = each.getValue();
      if (frame.parent() != null && !tally.heading) {
        if (isConsent(frame, tally)
            || isSignup(frame, tally)
            || isComments(frame, tally)
            || (has(frame, "hover") && tally.prose == 0)) {
          frame.bar();
        }
      }
    }
  }

  private List<Block> inside(PageElement frame, Tally tally) {
    int end = tally.first;
    while (end < blocks.size() && blocks.get(end).frame().at(frame.depth()) == frame) {
      end++;
    }
    return blocks.subList(tally.first, end);
  }

  private int spokenInside(String group, PageElement frame, Tally tally) {
    var words = new HashSet<String>();
    inside(frame, tally).forEach(block -> cues.spoken(group, block.text(), words));
    return words.size();
  }

  /** Named so, or laid over the page, or opened by the words themselves. */
  private boolean isConsent(PageElement frame, Tally tally) {
    boolean named = has(frame, "consent") || has(frame, "overlay") || has(frame, "in-dialog");
    var opening = blocks.get(tally.first);
    boolean opened =
        opening.words() <= LONGEST_OPENING
            && cues.speaksOf(cues.ofBeginning(opening.text()), "consent");
    if (tally.prose == 0 || !(named || opened)) {
      return false;
    }
    long consenting =
        inside(frame, tally).stream()
            .filter(block -> PageElement.isLong(block) && spoken("consent", block.text()) >= 2)
            .count();
    return consenting >= ON_PURPOSE * tally.prose
        && spokenInside("consent", frame, tally) >= CONSENT_WORDS;
  }

  private boolean isSignup(PageElement frame, Tally tally) {
    boolean named = has(frame, "signup") || has(frame, "overlay") || has(frame, "in-dialog");
    return named
        && tally.words <= LONGEST_SIGNUP
        && tally.prose < page.prose
        && spokenInside("signup", frame, tally) >= SIGNUP_WORDS;
  }

  /** They stand below something to comment on. */
  private boolean isComments(PageElement frame, Tally tally) {
    return has(frame, "comment") && tally.first > firstProse;
  }

  private boolean has(PageElement frame, String group) {
    return (frame.names() & cues.bit(group)) != 0;
  }

  /** What is not displayed and says what is displayed, as pages do for machines and for screens. */
  private void barHidden() {
    if (blocks.stream().noneMatch(this::isHiddenText)) {
      return;
    }
    var shown = new HashSet<Integer>();
    for (var block : blocks) {
      if (!isHidden(block.frame())) {
        shown.addAll(phrases(block.text()));
      }
    }
    var words = new IdentityHashMap<PageElement, int[]>();
    for (var block : blocks) {
      if (isHidden(block.frame())) {
        int[] sums = words.computeIfAbsent(hidden(block.frame()), frame -> new int[2]);
        sums[0] += isSaid(block, shown) ? block.words() : 0;
        sums[1] += block.words();
      }
    }
    words.forEach(
        (frame, sums) -> {
          if (sums[0] > COPIED * sums[1]) {
            frame.bar();
          }
        });
  }

  private boolean isHiddenText(Block block) {
    return block.words() >= FEWEST_TWICE && isHidden(block.frame());
  }

  private static boolean isSaid(Block block, Set<Integer> shown) {
    var phrases = phrases(block.text());
    long said = phrases.stream().filter(shown::contains).count();
    return !phrases.isEmpty() && said >= MOST_SAID * phrases.size();
  }

  /** Four words each, as their hash: two that share it by chance do no harm among many. */
  private static List<Integer> phrases(String text) {
    var phrases = new ArrayList<Integer>();
    int[] last = new int[4];
    int words = 0;
    int word = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
        word = 31 * word + text.charAt(i);
      } else if (word != 0) {
        last[words++ % last.length] = word;
        word = 0;
        if (words >= last.length) {
          int hash = 17;
          for (int back = last.length; back > 0; back--) {
            hash = 1_000_003 * hash + last[(words - back) % last.length];
          }
          phrases.add(hash);
        }
      }
    }
    return phrases;
  }

  /** The outermost element that is not displayed. */
  private PageElement hidden(PageElement frame) {
    var hidden = frame;
    for (var at = frame; at != null; at = at.parent()) {
      hidden = has(at, "unseen") ? at : hidden;
    }
    return hidden;
  }

  /** Of two texts that are the same, the later is barred. */
  private void barCopies() {
    var seen = new HashSet<String>();
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      if ((block.ink().names() & cues.bit("hover")) != 0) {
        blocks.set(i, block.asBarred());
      }
      boolean text = block.words() >= FEWEST_TWICE && block.headingLevel() == 0;
      boolean item = block.frame().distance(cues.element("in-item")) >= 0;
      if (text
          && !item
          && !block.frame().isBarred()
          && !block.isBarred()
          && !seen.add(block.text())) {
        blocks.set(i, block.asBarred());
      }
    }
  }

  /** What stands under a heading of comments, if those below can be answered one by one. */
  private void barReplies() {
    for (int i = firstProse + 1; i < blocks.size(); i++) {
      int level = blocks.get(i).headingLevel();
      if (level > 1 && isReplies(blocks.get(i))) {
        int end = i + 1;
        int answers = 0;
        for (; end < blocks.size(); end++) {
          int next = blocks.get(end).headingLevel();
          if (next > 0 && next <= level) {
            break;
          }
          answers += isReplies(blocks.get(end)) && blocks.get(end).words() <= 2 ? 1 : 0;
        }
        for (int at = i; at < end && answers >= FEWEST_ANSWERS; at++) {
          blocks.set(at, blocks.get(at).asBarred());
        }
      }
    }
  }

  private boolean isReplies(Block block) {
    return block.words() <= LONGEST_LABEL
        && cues.speaksOf(cues.ofBeginning(block.text()), "comment");
  }

  private boolean isHidden(PageElement frame) {
    return (frame.around() & cues.bit("unseen")) != 0;
  }
}
