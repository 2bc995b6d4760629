/**
 * People, organisations and places that somebody keeps ids for, as compact tables: how they are
 * made, read and asked. Whom an article means by a name is not decided here.
 */
@NullMarked
package org.copytaster.tagging.entity.known;

import org.jspecify.annotations.NullMarked;
