/**
 * What may go on: the version gate, the embargo gate, and the notes to editors that say what the
 * fields do not. What a gate stops gets a receipt.
 */
@NullMarked
package org.copytaster.enrich.gate;

import org.jspecify.annotations.NullMarked;
