/**
 * What copy says of itself, and what must become of it: published, held until a moment, held,
 * killed, or nothing but a test. Every place that may say so is read; the words are data by
 * language and place, and what they come to together is decided in one place.
 */
@NullMarked
package org.copytaster.tagging.life;

import org.jspecify.annotations.NullMarked;
