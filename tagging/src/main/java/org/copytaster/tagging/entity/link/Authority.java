package org.copytaster.tagging.entity.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * All authority lists of a house together. Immutable: a change makes a new one. Tags depend on the
 * lists of the moment, so a text gives the same tags only with lists of the same {@link #version},
 * which every enriched article names among its engines.
 */
public final class Authority {

  /** No lists. */
  public static final Authority NONE = of(List.of());

  private static final int VERSION_DIGITS = 12;

  private final KnownNames names;
  private final int entries;
  private final String version;

  private Authority(KnownNames names, int entries, String version) {
    this.names = names;
    this.entries = entries;
    this.version = version;
  }

  /**
   * Puts lists together; an id that two files have goes by the names of both, and is written as in
   * the first.
   */
  public static Authority of(Collection<AuthorityList> lists) {
    var all = new LinkedHashMap<String, KnownName>();
    var digest = sha256();
    for (var list : lists) {
      for (var entry : list.entries()) {
        all.merge(entry.id(), KnownName.of(entry), Authority::both);
      }
      digest.update(list.toTsv().getBytes(StandardCharsets.UTF_8));
    }
    var version = HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    return new Authority(KnownNames.of(all.values()), all.size(), version);
  }

  /** The first file's name and type, and whatever else the other calls it. */
  private static KnownName both(KnownName first, KnownName second) {
    var more = new ArrayList<>(second.aliases());
    more.add(second.name());
    return first.with(more);
  }

  /**
   * Reads the lists of a directory once: every file whose name ends in {@code .tsv}.
   *
   * @throws IOException if the directory or a list cannot be read; it says which and where
   */
  public static Authority read(Path directory) throws IOException {
    var lists = new TreeMap<String, AuthorityList>();
    try (var files = Files.newDirectoryStream(directory, "*.tsv")) {
      for (var file : files) {
        var name = String.valueOf(file.getFileName());
        lists.put(name, AuthorityList.parse(name, Files.readAllBytes(file)));
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new IOException("there is no directory " + directory, e);
    }
    return of(lists.values());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  KnownNames names() {
    return names;
  }

  /** How many ids there are. */
  public int entries() {
    return entries;
  }

  /** Hexadecimal digits that change with every id, type, name, alias and description. */
  public String version() {
    return version;
  }
}
