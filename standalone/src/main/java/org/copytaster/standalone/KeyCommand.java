package org.copytaster.standalone;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.copytaster.runtime.described.KeyHash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a new API key and its hash. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {
      "Print a new API key for a source, and the line for its source file.",
      "The key is shown once; the file holds a hash, from which it cannot be told."
    })
final class KeyCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var key = KeyHash.newKey();
    out.println(key.reveal());
    out.println("key-hash: " + KeyHash.of(key));
    out.flush();
    return 0;
  }
}
