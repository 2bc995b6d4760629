package org.copytaster.console.act;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.copytaster.runtime.described.DescribedFields;
import org.copytaster.runtime.described.InvalidFileException;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.runtime.described.SecretReferences;

/** An editor's file: what each of its fields may be. */
final class EditorFile {

  private static final Set<String> FIELDS = Set.of("name", "key", "key-hash", "may");
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}0-9][\\p{L}0-9 ._@-]{0,38}[\\p{L}0-9]");
  private static final int MOST_LIVE = 2;

  private EditorFile() {}

  /**
   * The editor that {@code bytes} describe.
   *
   * @throws InvalidFileException with all that is wrong
   */
  static Editor parse(byte[] bytes, SecretReferences references) throws InvalidFileException {
    var fields = new DescribedFields(bytes, new TreeSet<>(FIELDS));
    fields.check(); // what is no mapping has no name either, and need not be told so
    var name = fields.read("name", EditorFile::name);
    var keys = new ArrayList<>(fields.all("key-hash", MOST_LIVE, KeyHash::parse));
    keys.addAll(fields.all("key", MOST_LIVE, key -> KeyHash.inMemory(references.resolve(key))));
    var may = fields.all("may", Right.values().length, Right::parse);
    if (!fields.has("name")) {
      fields.problem("name", "is missing");
    }
    if (!fields.has("key") && !fields.has("key-hash")) {
      fields.problem("key-hash", "is missing; 'copytaster key' makes one");
    }
    if (!fields.has("may")) {
      fields.problem("may", "is missing; it lists " + Right.ALL);
    }
    fields.check();
    return new Editor(name.orElseThrow(), keys, Set.copyOf(may));
  }

  private static String name(String value) {
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "must be 2 to 40 letters, digits, blanks and of . _ @ -, and begin and end with one of"
              + " the first two");
    }
    return value;
  }
}
