/**
 * Names that their form gives away, where the model reads words: ships, firms in 's, a surname in
 * front of the given name, what a courtesy title stands before; and words that are no name.
 */
@NullMarked
package org.copytaster.tagging.entity.form;

import org.jspecify.annotations.NullMarked;
