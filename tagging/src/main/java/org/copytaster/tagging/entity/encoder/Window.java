package org.copytaster.tagging.entity.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What the encoder reads at a time: whole sentences as far as they fit, else a part of one. */
final class Window {

  /** The most pieces in one, as in training. */
  static final int LONGEST = 128;

  /** So much of a sentence that is too long is looked back on for a mark to cut it behind. */
  private static final int LOOK_BACK = 32;

  /**
   * A token and its first piece.
   *
   * @param sentence its number
   * @param token its number in the sentence
   * @param at place of its first piece in the window
   */
  record Place(int sentence, int token, int at) {}

  private final int[] ids;
  private final int[] shapes;
  private final List<Place> places;

  private Window(int[] ids, int[] shapes, List<Place> places) {
    this.ids = ids;
    this.shapes = shapes;
    this.places = places;
  }

  /** The pieces. */
  int[] ids() {
    return ids;
  }

  /** How the word of each piece is written. */
  int[] shapes() {
    return shapes;
  }

  /** The tokens in it, in order. */
  List<Place> places() {
    return places;
  }

  /** Packs sentences into windows, one after the other, and hands each over. */
  static void pack(List<String[]> sentences, WordPieces pieces, Consumer<Window> windows) {
    var packing = new Packing(windows);
    for (int i = 0; i < sentences.size(); i++) {
      packing.add(i, sentences.get(i), pieces);
    }
    packing.flush();
  }

  private static final class Packing {

    private final Consumer<Window> windows;
    private int[] ids = new int[LONGEST];
    private int[] shapes = new int[LONGEST];
    private int count;
    private List<Place> places = new ArrayList<>();

    private Packing(Consumer<Window> windows) {
      this.windows = windows;
      add(WordPieces.BEGIN, PieceShape.NONE);
    }

    private void add(int id, int shape) {
      ids[count] = id;
      shapes[count++] = shape;
    }

    private void add(int sentence, String[] words, WordPieces pieces) {
      var cut = Arrays.stream(words).map(pieces::of).toList();
      var all = cut.stream().map(WordPieces.Pieces::shapes).toArray(int[][]::new);
      PieceShape.shout(all);
      int length = cut.stream().mapToInt(some -> some.ids().length).sum();
      if (count + length + 1 > LONGEST) {
        flush();
      }
      int token = 0;
      while (token < words.length) {
        int end = fitting(words, cut, token);
        for (; token < end; token++) {
          places.add(new Place(sentence, token, count));
          var ids = cut.get(token).ids();
          for (int i = 0; i < ids.length; i++) {
            add(ids[i], all[token][i]);
          }
        }
        if (token < words.length) {
          flush();
        }
      }
      if (count + 2 < LONGEST) {
        add(WordPieces.BORDER, PieceShape.NONE);
      }
    }

    /** The end of what still fits; if that is not all, behind a mark where there is one. */
    private int fitting(String[] words, List<WordPieces.Pieces> cut, int begin) {
      int room = LONGEST - 1 - count;
      int end = begin;
      while (end < cut.size() && cut.get(end).ids().length <= room) {
        room -= cut.get(end++).ids().length;
      }
      if (end == cut.size()) {
        return end;
      }
      for (int border = end; border > Math.max(begin, end - LOOK_BACK); border--) {
        if (PieceShape.isMark(words[border - 1].codePointAt(0))) {
          return border;
        }
      }
      return end;
    }

    private void flush() {
      if (!places.isEmpty()) {
        add(WordPieces.BORDER, PieceShape.NONE);
        windows.accept(new Window(Arrays.copyOf(ids, count), Arrays.copyOf(shapes, count), places));
      }
      count = 0;
      places = new ArrayList<>();
      add(WordPieces.BEGIN, PieceShape.NONE);
    }
  }
}
