package org.copytaster.ingest.source;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.copytaster.runtime.described.DescribedFiles;
import org.copytaster.runtime.described.LineProblem;
import org.copytaster.runtime.described.SecretReferences;
import org.copytaster.runtime.watch.WatchedFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of source files, one a source. All of them are read every two seconds, for the
 * secrets that they name change without them. A file that would stand in the way of one before it
 * keeps its last good state, too.
 */
public final class SourceFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SourceFolder.class);
  private static final int LARGEST = 64 * 1024;
  private static final int MOST = 1_000;

  private final WatchedFolder<Source> folder;
  private final Map<String, Source> fitting = new TreeMap<>();
  private volatile Sources current = Sources.NONE;

  /**
   * A folder that is not looked at yet.
   *
   * @param formats the names of all formats
   * @param environment a variable's value by its name, or null
   */
  public SourceFolder(
      Path directory,
      Set<String> formats,
      Function<String, @Nullable String> environment,
      Clock clock) {
    var references = new SecretReferences(directory, environment);
    var place =
        new DescribedFiles.Place("source-files", "the source directory", directory, LARGEST, MOST);
    this.folder =
        DescribedFiles.folder(
            place, content -> SourceFile.parse(content, formats, references), this::take, clock);
  }

  /** Takes what lies there now and then looks every two seconds. */
  public void start() {
    folder.start();
  }

  /** The sources as they are now. */
  public Sources sources() {
    return current;
  }

  /** Files that cannot be taken now, and 1 for a directory that cannot be read. */
  public int refused() {
    return folder.unusable();
  }

  @Override
  public void close() {
    folder.close();
  }

  void look() {
    folder.look();
  }

  private Map<String, String> take(SortedMap<String, Source> values, boolean complete) {
    var refused = new TreeMap<String, String>();
    var taken = new TreeMap<String, Source>();
    fitting.keySet().retainAll(values.keySet());
    values.forEach(
        (name, source) -> {
          var clash = clash(source, taken);
          clash.ifPresentOrElse(
              problem -> refused.put(name, problem.sentence(name)),
              () -> fitting.put(name, source));
          var last = fitting.get(name);
          if (last != null && clash(last, taken).isEmpty()) {
            taken.put(name, last);
          }
        });
    var sources = new Sources(taken.values(), !complete || taken.size() < values.size());
    if (!sources.equals(current)) {
      current = sources;
      LOG.info("the sources {} are in use", sources);
    }
    return refused;
  }

  private static Optional<LineProblem> clash(Source added, Map<String, Source> taken) {
    for (var other : taken.entrySet()) {
      var clash = Sources.clash(added, other.getValue());
      if (clash != null) {
        var field = clash.substring(0, clash.indexOf(' '));
        var reason = clash.substring(field.length() + 1) + " of " + other.getKey();
        return Optional.of(new LineProblem(0, field, reason));
      }
    }
    return Optional.empty();
  }
}
