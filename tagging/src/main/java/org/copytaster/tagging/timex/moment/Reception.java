package org.copytaster.tagging.timex.moment;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a moment is reckoned from.
 *
 * @param at when the notice came; null where nobody knows, and then only a full date can be read
 * @param zone in which its source's clocks stand; null where nobody knows, and then only a moment
 *     that names its zone can be read
 */
public record Reception(@Nullable Instant at, @Nullable ZoneId zone) {}
