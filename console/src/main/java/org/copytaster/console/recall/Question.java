package org.copytaster.console.recall;

import java.util.Optional;

/**
 * Which recalls are asked for.
 *
 * @param guid those of one guid
 * @param open those that somebody has not acknowledged, and no others
 * @param limit the most of them
 */
public record Question(Optional<String> guid, boolean open, int limit) {}
