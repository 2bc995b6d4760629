package org.copytaster.tagging.text.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;
import org.jspecify.annotations.Nullable;

/**
 * A text whose zones were labelled by a person. In a file each text begins with a line {@code ===
 * name}. Each of its lines is the zone, a tab and the words; a plus in front of the zone says that
 * it goes on in the line before, after one blank. Empty lines belong to the text, but for those at
 * its end. Lines in front of the first text are a comment.
 *
 * @param zones in order and apart; they leave out nothing but white space
 */
public record LabelledText(String name, String characters, List<ZonedSpan> zones) {

  private static final String BEGIN = "=== ";

  /** Copies the zones. */
  public LabelledText {
    zones = List.copyOf(zones);
  }

  /**
   * Reads all texts of a file in UTF-8.
   *
   * @throws IOException if it is not there, if a line has no zone, or if a name comes twice; it
   *     names the line
   */
  public static List<LabelledText> read(Path file) throws IOException {
    try {
      return parse(Files.readString(file), file.getFileName().toString());
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    }
  }

  private static List<LabelledText> parse(String lines, String file) throws IOException {
    var texts = new ArrayList<LabelledText>();
    var names = new HashSet<String>();
    Draft draft = null;
    int number = 0;
    for (var line : lines.split("\r?\n", -1)) {
      number++;
      if (line.startsWith(BEGIN)) {
        var name = line.substring(BEGIN.length()).strip();
        if (!names.add(name)) {
          throw new IOException(file + " line " + number + ": this name comes twice");
        }
        if (draft != null) {
          texts.add(draft.text());
        }
        draft = new Draft(name);
      } else if (draft != null) {
        draft.add(line, file + " line " + number);
      }
    }
    if (draft != null) {
      texts.add(draft.text());
    }
    return List.copyOf(texts);
  }

  /** A text that is being read. */
  private static final class Draft {
    private final String name;
    private final StringBuilder characters = new StringBuilder();
    private final List<ZonedSpan> zones = new ArrayList<>();

    private Draft(String name) {
      this.name = name;
    }

    private void add(String line, String place) throws IOException {
      if (line.isEmpty()) {
        characters.append('\n');
        return;
      }
      int tab = line.indexOf('\t');
      boolean goesOn = line.startsWith("+");
      var zone = tab < 0 ? null : zone(line.substring(goesOn ? 1 : 0, tab));
      if (zone == null) {
        throw new IOException(place + ": no zone and tab in front of the words");
      }
      if (goesOn) {
        characters.setCharAt(characters.length() - 1, ' ');
      }
      int begin = characters.length();
      characters.append(line, tab + 1, line.length());
      zones.add(new ZonedSpan(new Span(begin, characters.length()), zone));
      characters.append('\n');
    }

    private static @Nullable Zone zone(String name) {
      for (var zone : Zone.values()) {
        if (zone.name().equals(name)) {
          return zone;
        }
      }
      return null;
    }

    private LabelledText text() {
      return new LabelledText(name, characters.toString().stripTrailing(), zones);
    }
  }
}
