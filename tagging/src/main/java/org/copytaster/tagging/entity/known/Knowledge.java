package org.copytaster.tagging.entity.known;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.copytaster.tagging.entity.EntityType;

/** Some tables of those who bear names, asked together. Immutable. */
public final class Knowledge {

  /** No tables. */
  public static final Knowledge NONE = new Knowledge(List.of());

  private static final String RESOURCE = "known.bin.gz";

  private final List<KnowledgeFile> files;

  private Knowledge(List<KnowledgeFile> files) {
    this.files = files;
  }

  /** The table that comes with this version. */
  public static Knowledge shipped() {
    try (var stream = EntityType.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("no table " + RESOURCE);
      }
      return new Knowledge(List.of(KnowledgeFile.parse(RESOURCE, stream.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read table " + RESOURCE, e);
    }
  }

  /**
   * Reads tables.
   *
   * @throws IOException if one is not there or cannot be read; one sentence says which and why
   */
  public static Knowledge read(Collection<Path> paths) throws IOException {
    var files = new ArrayList<KnowledgeFile>();
    for (var path : paths) {
      try {
        files.add(KnowledgeFile.parse(path.toString(), Files.readAllBytes(path)));
      } catch (NoSuchFileException e) {
        throw new IOException("there is no knowledge table " + path, e);
      } catch (IllegalArgumentException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    return new Knowledge(List.copyOf(files));
  }

  /** These tables and then others. */
  public Knowledge and(Knowledge others) {
    var all = new ArrayList<>(files);
    all.addAll(others.files);
    return new Knowledge(List.copyOf(all));
  }

  /** All of a type who bear a name, of all tables; an id that two tables have comes twice. */
  public List<Bearer> find(EntityType type, String name) {
    if (files.isEmpty()) {
      return List.of();
    }
    var key = KnownKey.of(type, name);
    var found = new ArrayList<Bearer>();
    for (var file : files) {
      found.addAll(file.find(type, key));
    }
    return found;
  }

  /** How many bearers there are. */
  public int bearers() {
    return files.stream().mapToInt(KnowledgeFile::bearers).sum();
  }

  /** What changes with everything in the tables; empty without tables. */
  public String version() {
    return files.stream().map(KnowledgeFile::version).collect(Collectors.joining("+"));
  }
}
