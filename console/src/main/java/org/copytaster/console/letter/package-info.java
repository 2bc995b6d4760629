/**
 * The desk of dead letters: which there are and why, what editors do with them (replay, park), and
 * the bytes, for the few who may read them.
 */
@NullMarked
package org.copytaster.console.letter;

import org.jspecify.annotations.NullMarked;
