package org.copytaster.enrich.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;

/**
 * Reads what agencies say in signals and notes to editors instead of in the fields made for it:
 * that a version is a kill, is withheld, or is under embargo. The wordings are in {@code
 * editor-notes.tsv}.
 */
public final class EditorNotes {

  private enum Meaning {
    KILL,
    WITHHOLD,
    EMBARGO
  }

  /** A note is a line or two; what lies behind this is not read, so that no pattern runs away. */
  private static final int LONGEST = 2_000;

  private final Map<Meaning, List<Pattern>> wordings;

  private EditorNotes(Map<Meaning, List<Pattern>> wordings) {
    this.wordings = wordings;
  }

  /** The wordings that come with Copytaster. */
  public static EditorNotes load() {
    var wordings = new EnumMap<Meaning, List<Pattern>>(Meaning.class);
    try (var in =
            Objects.requireNonNull(EditorNotes.class.getResourceAsStream("editor-notes.tsv"));
        var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          var fields = line.split("\t", 2);
          wordings
              .computeIfAbsent(Meaning.valueOf(fields[0]), m -> new ArrayList<>())
              .add(Pattern.compile(fields[1], Pattern.CASE_INSENSITIVE));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("editor-notes.tsv cannot be read", e);
    }
    return new EditorNotes(wordings);
  }

  /** The article with the status that it has in truth; the same one if its status says it all. */
  public Article withStatus(Article article) {
    if (article.getPubStatus() == PubStatus.CANCELED) {
      return article;
    }
    if (VersionHistory.isKill(article) || says(article, Meaning.KILL)) {
      return Article.newBuilder(article).setPubStatus(PubStatus.CANCELED).build();
    }
    return says(article, Meaning.WITHHOLD)
        ? Article.newBuilder(article).setPubStatus(PubStatus.WITHHELD).build()
        : article;
  }

  /** Whether the note speaks of an embargo on the article. */
  boolean speaksOfEmbargo(Article article) {
    return says(article, Meaning.EMBARGO);
  }

  private boolean says(Article article, Meaning meaning) {
    var note = article.getEdNote();
    if (note == null || note.isBlank()) {
      return false;
    }
    var read = note.substring(0, Math.min(LONGEST, note.length()));
    return wordings.getOrDefault(meaning, List.of()).stream()
        .anyMatch(wording -> wording.matcher(read).find());
  }
}
