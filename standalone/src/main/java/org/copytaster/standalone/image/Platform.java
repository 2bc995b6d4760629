package org.copytaster.standalone.image;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What libraries in machine code are for, as RocksDB and ONNX Runtime name them in their jars.
 *
 * @param names of this platform; empty if it is none that is known, which then keeps all
 */
record Platform(Set<String> names) {

  private static final Pattern MACHINE_CODE =
      Pattern.compile(
          "librocksdbjni-(?<rocks>[\\w-]+)\\.(?:so|jnilib|dll)"
              + "|ai/onnxruntime/native/(?<onnx>[\\w-]+)/.*");

  static Platform of(String system, String processor) {
    boolean linux = system.toLowerCase(Locale.ROOT).startsWith("linux");
    if (linux && processor.equals("amd64")) {
      return new Platform(Set.of("linux64", "linux-x64"));
    }
    return linux && processor.equals("aarch64")
        ? new Platform(Set.of("linux-aarch64"))
        : new Platform(Set.of());
  }

  /** Whether an entry of a jar is wanted: classes always are, and what has no platform. */
  boolean needs(String entry) {
    var library = MACHINE_CODE.matcher(entry);
    if (names.isEmpty() || !library.matches()) {
      return true;
    }
    var rocks = library.group("rocks");
    return names.contains(rocks == null ? library.group("onnx") : rocks);
  }
}
