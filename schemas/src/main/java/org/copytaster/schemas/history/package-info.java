/** Pure rules on the versions of an article that several services must share. */
@NullMarked
package org.copytaster.schemas.history;

import org.jspecify.annotations.NullMarked;
