/** Tests of the store's tables. */
@NullMarked
package org.copytaster.store;

import org.jspecify.annotations.NullMarked;
