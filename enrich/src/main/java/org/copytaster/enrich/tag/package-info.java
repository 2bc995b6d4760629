/**
 * From an article to its tags: the text that is composed of its fields, the taggers over it, and
 * their answers as the records of the contract. Knows of the gates only what they say.
 */
@NullMarked
package org.copytaster.enrich.tag;

import org.jspecify.annotations.NullMarked;
