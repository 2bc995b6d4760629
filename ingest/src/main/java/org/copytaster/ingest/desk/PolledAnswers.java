package org.copytaster.ingest.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.copytaster.formats.copy.Digests;
import org.copytaster.formats.copy.Reading;

/**
 * What became of copy that is asked for again and again.
 *
 * @param answers one for each item that was not seen before, in the order of the copy
 * @param readable whether it could be read at all; what could not is whole in the dead letters
 * @param digests of all its items, for the next time; in the order of the copy
 */
public record PolledAnswers(List<Answer> answers, boolean readable, Set<String> digests) {

  private static final int DIGITS = 16;

  public PolledAnswers {
    answers = List.copyOf(answers);
    digests = Collections.unmodifiableSet(new LinkedHashSet<>(digests));
  }

  /** Copy that cannot be read, with an answer for whoever has not had one yet. */
  static PolledAnswers unreadable(Set<String> seen, byte[] bytes, Supplier<List<Answer>> answers) {
    var digests = new LinkedHashSet<>(seen);
    boolean added = digests.add(Digests.sha256(bytes).substring(0, DIGITS));
    return new PolledAnswers(added ? answers.get() : List.of(), false, digests);
  }

  /** Tells items apart; the same for one that says the same. */
  static String digest(Reading reading) {
    var whole =
        reading.fold(
            text -> ContentHash.of(text.draft().build()),
            notText -> Digests.sha256((notText.guid() + "\n" + notText.what()).getBytes(UTF_8)),
            unreadable -> Digests.sha256(unreadable.problems().toString().getBytes(UTF_8)));
    return whole.substring(0, DIGITS);
  }
}
