@NullMarked
package org.copytaster.ingest.copy;

import org.jspecify.annotations.NullMarked;
