/** Tests of the way from an article to its tags. */
@NullMarked
package org.copytaster.enrich.tag;

import org.jspecify.annotations.NullMarked;
