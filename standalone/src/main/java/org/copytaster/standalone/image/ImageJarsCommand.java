package org.copytaster.standalone.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Sorts jars into the layers of an image: {@code lib} for those of others, {@code models} for the
 * large one of ours that seldom changes, {@code app} for the rest. Libraries in machine code stay
 * out where they are for other platforms than the one that this runs on. The same jars give the
 * same bytes and times, so that a layer that has not changed is known as the same.
 */
@Command(
    name = "image-jars",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Sort the jars of FROM into the layers of an image in TO; for the Dockerfile.")
public final class ImageJarsCommand implements Callable<Integer> {

  private static final FileTime ALWAYS = FileTime.fromMillis(0);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FROM")
  private Path from = Path.of("");

  @Parameters(index = "1", paramLabel = "TO")
  private Path to = Path.of("");

  @Override
  public Integer call() throws IOException {
    var platform = Platform.of(System.getProperty("os.name"), System.getProperty("os.arch"));
    long before = 0;
    long after = 0;
    try (var jars = Files.newDirectoryStream(from, "*.jar")) {
      for (var jar : jars) {
        var copy = sorted(jar, platform);
        before += Files.size(jar);
        after += Files.size(copy);
      }
    }
    spec.commandLine().getOut().printf("%,d bytes of jars, of %,d%n", after, before);
    return 0;
  }

  private Path sorted(Path jar, Platform platform) throws IOException {
    var name = String.valueOf(jar.getFileName());
    var copy = Files.createDirectories(to.resolve(layer(name))).resolve(name);
    if (name.startsWith("rocksdbjni-") || name.startsWith("onnxruntime-")) {
      prune(jar, copy, platform);
    } else {
      Files.copy(jar, copy);
    }
    Files.setLastModifiedTime(copy, ALWAYS);
    return copy;
  }

  private static String layer(String name) {
    if (!name.startsWith("copytaster-")) {
      return "lib";
    }
    return name.startsWith("copytaster-tagging-") ? "models" : "app";
  }

  private static void prune(Path jar, Path copy, Platform platform) throws IOException {
    try (var zip = new ZipFile(jar.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(copy))) {
      for (var entry : zip.stream().filter(each -> platform.needs(each.getName())).toList()) {
        var same = new ZipEntry(entry.getName());
        same.setLastModifiedTime(ALWAYS);
        out.putNextEntry(same);
        try (InputStream in = zip.getInputStream(entry)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }
}
