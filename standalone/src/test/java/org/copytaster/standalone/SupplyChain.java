package org.copytaster.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/** What the build is made of, as it lies in Maven's local repository, and what is known of it. */
final class SupplyChain {

  private static final Path LISTS = Path.of("../ops/supply-chain");

  private SupplyChain() {}

  /** A library; all that tells it from another is in the place of its file. */
  record Artifact(String group, String artifact, String version) {}

  /** A line of the list of versions that must not be built with. */
  record KnownBad(String group, String artifact, VersionRange versions, String advisory) {

    boolean covers(Artifact used) {
      return group.equals(used.group())
          && artifact.equals(used.artifact())
          && versions.containsVersion(new DefaultArtifactVersion(used.version()));
    }
  }

  /** Files of the class path that are not our own modules. */
  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith(".jar") && !entry.contains("/org/copytaster/"))
        .map(Path::of)
        .distinct()
        .sorted()
        .toList();
  }

  /** The directory of Maven's local repository that a file lies in; empty if in none. */
  static Optional<Path> repository(Path file) {
    for (var at = file.getParent(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("org/apache/maven/plugins"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** What a file is, by its path in the repository: group in directories, artifact, version. */
  static Artifact artifact(Path inRepository) {
    int names = inRepository.getNameCount();
    return new Artifact(
        inRepository.subpath(0, names - 3).toString().replace('/', '.'),
        inRepository.getName(names - 3).toString(),
        inRepository.getName(names - 2).toString());
  }

  /** The libraries of the class path by their paths in the repository, and where they lie. */
  static Map<Path, Path> libraries() {
    var all = new TreeMap<Path, Path>();
    for (var file : classPath()) {
      repository(file).ifPresent(root -> all.put(root.relativize(file), file));
    }
    return all;
  }

  static List<KnownBad> knownBad() throws IOException, InvalidVersionSpecificationException {
    var all = new ArrayList<KnownBad>();
    for (var line : lines("known-bad.tsv")) {
      var fields = line.split("\t", -1);
      if (fields.length != 5 || Arrays.stream(fields).anyMatch(String::isBlank)) {
        throw new IllegalStateException(
            "known-bad.tsv has a line without its five fields: " + line);
      }
      var versions = VersionRange.createFromVersionSpec(fields[2]);
      if (!versions.hasRestrictions()) {
        throw new IllegalStateException("known-bad.tsv has versions that are no range: " + line);
      }
      all.add(new KnownBad(fields[0], fields[1], versions, fields[3]));
    }
    return all;
  }

  /** Lines of a list without what is said in its head. */
  static List<String> lines(String list) throws IOException {
    try (var lines = Files.lines(LISTS.resolve(list))) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  static String sha256(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
