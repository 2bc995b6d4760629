/** XML that single agencies thought of: each of its own, and each small. */
@NullMarked
package org.copytaster.ingest.format.house;

import org.jspecify.annotations.NullMarked;
