/** Tests of the tables of those who are known by id. */
@NullMarked
package org.copytaster.tagging.entity.known;

import org.jspecify.annotations.NullMarked;
