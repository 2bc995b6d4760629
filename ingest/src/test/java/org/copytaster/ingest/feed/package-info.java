@NullMarked
package org.copytaster.ingest.feed;

import org.jspecify.annotations.NullMarked;
