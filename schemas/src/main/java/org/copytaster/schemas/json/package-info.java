/**
 * Records as JSON. There is one writer, and it goes by the schema; whoever shows or keeps a record
 * as JSON says which fields, and walks none by hand.
 */
@NullMarked
package org.copytaster.schemas.json;

import org.jspecify.annotations.NullMarked;
