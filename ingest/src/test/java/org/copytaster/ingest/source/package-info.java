@NullMarked
package org.copytaster.ingest.source;

import org.jspecify.annotations.NullMarked;
