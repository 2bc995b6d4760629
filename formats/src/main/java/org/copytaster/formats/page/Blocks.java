package org.copytaster.formats.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Cuts the text of a page into blocks, in the order of the page. */
final class Blocks implements NodeVisitor {

  /** What holds no text to read, or another copy of it. */
  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "datalist",
          "textarea",
          "canvas",
          "audio",
          "video",
          "head",
          // what the formula before it says, once more
          "annotation",
          "annotation-xml");

  private static final Set<String> EMPHASIS = Set.of("b", "strong", "em", "i");

  /** Shown apart from the text around it, though HTML calls it inline. */
  private static final Set<String> APART =
      Set.of("button", "label", "summary", "legend", "select", "optgroup", "option");

  /** Never the element that a block belongs to. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "span", "b", "i", "em", "strong", "small", "sub", "sup", "u", "s", "font", "abbr",
          "code", "cite", "q", "mark", "time", "kbd", "var", "samp", "ins", "del", "bdi", "big",
          "tt", "picture", "br", "img", "strike", "acronym", "dfn");

  private final BlockCues cues;
  private final int units;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable PageElement frame;
  private @Nullable PageElement holder;
  private @Nullable Element row;
  private int unread;
  private int linksOpen;
  private int emphasisOpen;
  private int links;
  private int linkedWords;
  private int linkEnd;
  private int emphasised;
  private int sourceBegin = -1;
  private int sourceEnd;
  private String time = "";

  private Blocks(BlockCues cues, int units) {
    this.cues = cues;
    this.units = units;
  }

  /**
   * All blocks of the page.
   *
   * @param units UTF-16 units of the page's source
   */
  static List<Block> of(Document page, int units, BlockCues cues) {
    var blocks = new Blocks(cues, units);
    page.traverse(blocks);
    blocks.close();
    Boxes.bar(blocks.blocks, cues);
    blocks.blocks.forEach(block -> block.frame().add(block));
    return blocks.blocks;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      open(element);
    } else if (node instanceof TextNode words && unread == 0) {
      append(words);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    var tag = element.normalName();
    if (UNREAD.contains(tag)) {
      unread--;
    }
    if (isApart(element)) {
      close();
    }
    if (element.equals(row)) {
      row = null;
    }
    if (tag.equals("a")) {
      linkEnd = text.length();
      linksOpen--;
    } else if (EMPHASIS.contains(tag)) {
      emphasisOpen--;
    }
    frame = frame == null ? null : frame.parent();
  }

  private void open(Element element) {
    var tag = element.normalName();
    if (isApart(element)) {
      close();
    }
    if (tag.equals("tr") && row == null && TableRows.isOfFields(element)) {
      row = element;
    } else if (row != null
        && row.equals(element.parent())
        && element.previousElementSibling() != null) {
      nextField();
    }
    frame = new PageElement(frame, tag, cues.ofElement(element));
    if (UNREAD.contains(tag)) {
      unread++;
    } else if (tag.equals("br")) {
      lineBreak();
    } else if (tag.equals("a")) {
      apart();
      linksOpen++;
      links++;
    } else if (EMPHASIS.contains(tag)) {
      emphasisOpen++;
    } else if (tag.equals("time") && time.isEmpty()) {
      time = element.attr("datetime");
    }
  }

  /** Elements of a page's own making, such as {@code share-bar}, stand apart too. */
  private boolean isApart(Element element) {
    var tag = element.normalName();
    if (row != null && !element.equals(row)) {
      return false;
    }
    return element.isBlock()
        || APART.contains(tag)
        || tag.indexOf('-') > 0
        || (tag.equals("span") && cues.isApart(element));
  }

  /** The fields of a row have a tab between them, as in wire copy. */
  private void nextField() {
    if (text.length() > 0) {
      dropSpace();
      text.append('\t');
    }
  }

  /** Links that follow each other are shown apart, though no blank stands between them. */
  private void apart() {
    if (linkEnd > 0 && text.length() == linkEnd) {
      append(' ');
    }
  }

  /** One break is a new line, two are a new paragraph. */
  private void lineBreak() {
    int last = text.length() - 1;
    if (last >= 0 && text.charAt(last) == '\n') {
      close();
    } else if (last >= 0) {
      dropSpace();
      text.append('\n');
    }
  }

  private void append(TextNode node) {
    var characters = SoundText.shown(node);
    int before = text.length();
    for (int i = 0; i < characters.length(); i++) {
      append(characters.charAt(i));
    }
    if (text.isEmpty()) {
      return;
    }
    if (text.length() > before && frame != null) {
      holder = holder == null ? frame : holder.common(frame);
    }
    if (linksOpen > 0) {
      linkedWords += WordCounter.count(text, before);
    }
    if (emphasisOpen > 0) {
      emphasised += text.length() - before;
    }
    var range = node.sourceRange();
    if (range.isTracked()) {
      // text that stands where none may is moved, so that a later node may stand before
      sourceBegin = sourceBegin < 0 ? range.startPos() : Math.min(sourceBegin, range.startPos());
      // of a title that is never closed the parser says that it ends after the page
      sourceEnd = Math.max(sourceEnd, Math.min(range.endPos(), units));
    }
  }

  private void append(char character) {
    if (SoundText.isUnseen(character)) {
      return;
    }
    if (!isSpace(character)) {
      text.append(character);
    } else if (text.length() > 0 && !isSpace(text.charAt(text.length() - 1))) {
      text.append(' ');
    }
  }

  private static boolean isSpace(char character) {
    return character == ' '
        || character == '\n'
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character);
  }

  private void dropSpace() {
    int last = text.length() - 1;
    if (last >= 0 && text.charAt(last) == ' ') {
      text.setLength(last);
    }
  }

  private void close() {
    var words = SoundText.text(text.toString()).strip();
    if (!words.isEmpty() && holder != null) {
      var ink =
          new Block.Ink(WordCounter.count(words, 0), links, linkedWords, emphasised, names(holder));
      var source = new Block.SourceRange(Math.max(0, sourceBegin), sourceEnd, time);
      blocks.add(new Block(words, blockOf(holder), ink, source, false));
    }
    text.setLength(0);
    holder = null;
    links = linksOpen;
    linkedWords = 0;
    linkEnd = 0;
    emphasised = 0;
    sourceBegin = -1;
    sourceEnd = 0;
    time = "";
  }

  /** What is said by the inline elements around the whole block. */
  private static long names(PageElement holder) {
    long names = 0;
    for (var at = holder; at != null && INLINE.contains(at.tag()); at = at.parent()) {
      names |= at.names();
    }
    return names;
  }

  /** A block belongs to the element that stands apart, not to the first bold word in it. */
  private static PageElement blockOf(PageElement holder) {
    var at = holder;
    while (at.parent() != null && INLINE.contains(at.tag())) {
      at = at.parent();
    }
    return at;
  }

  /** Tells the rows of tables from the boxes that pages were once laid out in. */
  static final class TableRows {

    /** A longer row has text in its fields, which is read paragraph by paragraph. */
    private static final int LONGEST = 600;

    private TableRows() {}

    /** Whether this {@code tr} has more than one field, and nothing but a line in each. */
    static boolean isOfFields(Element row) {
      int length = 0;
      int fields = 0;
      for (var field : row.children()) {
        if (!field.normalName().equals("td") && !field.normalName().equals("th")) {
          return false;
        }
        fields++;
        for (var inner : field.getAllElements()) {
          boolean line =
              inner.equals(field) || !(inner.isBlock() || inner.normalName().equals("br"));
          length += inner.ownText().length();
          if (!line || length > LONGEST) {
            return false;
          }
        }
      }
      return fields > 1;
    }
  }
}
