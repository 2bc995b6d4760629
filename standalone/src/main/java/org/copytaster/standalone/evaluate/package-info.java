/**
 * The command that holds the taggers against a gold standard, with the arithmetic of the scorers
 * that the field uses, so that its numbers can be compared with anybody's.
 */
@NullMarked
package org.copytaster.standalone.evaluate;

import org.jspecify.annotations.NullMarked;
