package org.copytaster.formats.page;

import static org.copytaster.formats.page.BlockFeatures.share;

import java.util.List;

/**
 * What the characters of a block alone tell.
 *
 * @param phrases bits of {@link BlockCues#phraseGroups}
 * @param linked share of its words that stand in links
 */
@SuppressWarnings("ArrayRecordComponent") // measures are never compared
record TextMeasures(
    Block block, long phrases, int[] wordCounts, double linked, Characters characters) {

  /** Longer blocks are prose however they begin. */
  private static final int LONGEST_PHRASE = 25;

  static final TextMeasures NOTHING =
      new TextMeasures(
          new Block(
              "",
              new PageElement(null, "", 0),
              new Block.Ink(0, 0, 0, 0, 0),
              new Block.SourceRange(0, 0, ""),
              false),
          0,
          new int[0],
          0,
          new Characters(0, 0, 0, 0, 0, 0, 0));

  /** How many characters there are of each kind. */
  record Characters(
      int letters, int capitals, int digits, int commas, int stops, int breaks, int bars) {

    static Characters of(String text) {
      int[] counts = new int[7];
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (Character.isLetter(c)) {
          counts[0]++;
          counts[1] += Character.isUpperCase(c) ? 1 : 0;
        } else if (Character.isDigit(c)) {
          counts[2]++;
        } else if (c == ',') {
          counts[3]++;
        } else if ((c == '.' || c == '!' || c == '?') && endsWord(text, i)) {
          counts[4]++;
        } else if (c == '\n') {
          counts[5]++;
        } else if (c == '|' || c == '•' || c == '·' || c == '/' || c == '»' || c == '›') {
          counts[6]++;
        }
      }
      return new Characters(
          counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
    }

    private static boolean endsWord(String text, int i) {
      return i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
    }
  }

  static TextMeasures of(Block block, BlockCues cues) {
    int[] counts = new int[cues.wordGroups().size()];
    cues.countWords(block.text(), counts);
    long phrases = block.words() <= LONGEST_PHRASE ? cues.ofBeginning(block.text()) : 0;
    double linked = share(block.linkedWords(), block.words());
    return new TextMeasures(block, phrases, counts, linked, Characters.of(block.text()));
  }

  int words() {
    return block.words();
  }

  int heading() {
    return block.headingLevel();
  }

  boolean endsSentence() {
    var text = block.text();
    return !text.isEmpty() && ".!?\"”’…".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  void addAll(BlockFeatures.BlockMeasures row, BlockCues cues) {
    var text = block.text();
    row.add(words());
    row.add(share(characters.letters, words()));
    row.add(linked);
    row.add(block.ink().links());
    row.add(share(block.ink().emphasised(), text.length()));
    row.add(heading());
    row.add(tagRank());
    row.add(endsSentence() ? 1 : 0);
    row.add(text.endsWith(":") ? 1 : 0);
    row.add(Character.isLowerCase(text.charAt(0)) ? 1 : 0);
    row.add(Character.isDigit(text.charAt(0)) ? 1 : 0);
    row.add(share(characters.capitals, characters.letters));
    row.add(share(characters.capitals, words()));
    row.add(share(characters.digits, text.length()));
    row.add(share(characters.commas, words()));
    row.add(characters.stops);
    row.add(share(characters.stops, words()));
    row.add(characters.breaks);
    row.add(characters.bars);
    BlockFeatures.bits(row, cues.phraseGroups(), phrases);
    for (int group = 0; group < cues.wordGroups().size(); group++) {
      row.add(share(group < wordCounts.length ? wordCounts[group] : 0, words()));
    }
  }

  /** Tags in the order in which they are likely to hold prose. */
  private int tagRank() {
    return TAGS.indexOf(block.tag());
  }

  private static final List<String> TAGS =
      List.of(
          "a",
          "button",
          "label",
          "tr",
          "td",
          "th",
          "div",
          "figcaption",
          "dt",
          "dd",
          "li",
          "pre",
          "blockquote",
          "p");
}
