package org.copytaster.runtime.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Files with a word in each. What is no word cannot be used; {@code oops} breaks its reader. */
final class Notes implements WatchedFiles<String> {

  final List<SortedMap<String, String>> taken = new CopyOnWriteArrayList<>();
  final List<Boolean> complete = new CopyOnWriteArrayList<>();
  final List<String> read = new CopyOnWriteArrayList<>();
  Optional<List<Path>> listed = Optional.empty();
  Map<String, String> refusals = Map.of();
  boolean readAlways;
  String surroundings = "";

  private final Path directory;

  Notes(Path directory) {
    this.directory = directory;
  }

  @Override
  public String name() {
    return "notes";
  }

  @Override
  public String subject() {
    return "the directory of notes";
  }

  @Override
  public SortedMap<String, Path> files() throws IOException {
    if (listed.isEmpty()) {
      return WatchedFiles.in(directory, "[!.]*.txt", 5);
    }
    var files = new TreeMap<String, Path>();
    listed.get().forEach(file -> files.put(String.valueOf(file.getFileName()), file));
    return files;
  }

  @Override
  public long largest() {
    return 8_000;
  }

  @Override
  public boolean readAlways() {
    return readAlways;
  }

  @Override
  public String read(String name, byte[] content) throws UnusableFileException {
    var word = new String(content, UTF_8);
    read.add(word);
    if (word.equals("oops")) {
      throw new IllegalStateException("a word that " + name + " must not repeat in a log");
    }
    if (!word.matches("\\w+")) {
      throw new UnusableFileException(name + " holds no word");
    }
    return word + surroundings;
  }

  @Override
  public Map<String, String> take(SortedMap<String, String> values, boolean all) {
    taken.add(values);
    complete.add(all);
    return refusals;
  }
}
