/**
 * Text as the taggers see it: characters, and what each stretch of them is. It knows nothing of
 * Kafka, of Avro or of the time of day, so that a tagger is a pure function that can be tried on a
 * line of text.
 */
@NullMarked
package org.copytaster.tagging.text;

import org.jspecify.annotations.NullMarked;
