package org.copytaster.tagging;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.copytaster.tagging.entity.Entity;
import org.copytaster.tagging.text.LanguageIdentifier.IdentifiedLanguage;
import org.copytaster.tagging.text.ZonedSpan;
import org.copytaster.tagging.timex.Timex;
import org.copytaster.tagging.timex.creation.CreationCandidate;
import org.copytaster.tagging.timex.creation.CreationLedger;

/**
 * What was found in a text. Spans are half-open UTF-16 offsets into it.
 *
 * @param zones of the whole text but for the white space between them, in order
 * @param language nothing where none is sure enough
 * @param creation every time at which the text may have been written, with its verdict
 * @param creationTime the one that relative time expressions were reckoned from
 * @param entities none where no engine knows the language
 * @param timexes none where no engine knows the language
 * @param engines name and version of each engine and rule set that had a hand in it
 */
public record Tags(
    List<ZonedSpan> zones,
    Optional<IdentifiedLanguage> language,
    CreationLedger creation,
    Optional<CreationCandidate> creationTime,
    List<Entity> entities,
    List<Timex> timexes,
    Map<String, String> engines) {

  /** With copies of the collections. */
  public Tags {
    zones = List.copyOf(zones);
    entities = List.copyOf(entities);
    timexes = List.copyOf(timexes);
    engines = Collections.unmodifiableMap(new TreeMap<>(engines));
  }
}
