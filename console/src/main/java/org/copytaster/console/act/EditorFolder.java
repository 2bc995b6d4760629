package org.copytaster.console.act;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.copytaster.runtime.described.DescribedFiles;
import org.copytaster.runtime.described.SecretReferences;
import org.copytaster.runtime.watch.WatchedFolder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The directory of editors' files, one an editor, read every two seconds: the keys that they name
 * change without them. A file that goes takes the editor along; one that cannot be read keeps its
 * last good state.
 */
final class EditorFolder implements AutoCloseable {

  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([\\x21-\\x7e]{1,500}) *");
  private static final int LARGEST = 16 * 1024;
  private static final int MOST = 1_000;

  private final WatchedFolder<Editor> folder;
  private volatile List<Editor> current = List.of();

  /**
   * A folder that is not looked at yet.
   *
   * @param environment a variable's value by its name, or null
   */
  EditorFolder(Path directory, Function<String, @Nullable String> environment, Clock clock) {
    var references = new SecretReferences(directory, environment);
    var place =
        new DescribedFiles.Place(
            "editor-files", "the directory of editors", directory, LARGEST, MOST);
    folder =
        DescribedFiles.folder(
            place, content -> EditorFile.parse(content, references), this::take, clock);
  }

  void start() {
    folder.start();
  }

  /** Files that cannot be taken now, and 1 for a directory that cannot be read. */
  int refused() {
    return folder.unusable();
  }

  /**
   * Who asks, by a bearer key.
   *
   * @throws RefusedException if it is nobody that is known, with 401
   */
  Editor asking(Request request) throws RefusedException {
    var shown = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
    var bearer = BEARER.matcher(shown.size() == 1 ? shown.get(0) : "");
    return Optional.of(bearer)
        .filter(written -> written.matches())
        .flatMap(written -> known(written.group(1)))
        .orElseThrow(
            () ->
                new RefusedException(
                    401, "an editor's key is needed, as Authorization: Bearer KEY"));
  }

  /** Whose key this is. */
  Optional<Editor> known(String key) {
    return current.stream().filter(editor -> editor.knownBy(key)).findFirst();
  }

  void look() {
    folder.look();
  }

  @Override
  public void close() {
    folder.close();
  }

  private Map<String, String> take(SortedMap<String, Editor> values, boolean complete) {
    var refused = new TreeMap<String, String>();
    var taken = new TreeMap<String, Editor>();
    values.forEach(
        (file, editor) -> {
          var clash = taken.putIfAbsent(editor.name(), editor);
          if (clash != null) {
            refused.put(file, file + ": name is that of another file");
          }
        });
    current = List.copyOf(taken.values());
    return refused;
  }
}
