@NullMarked
package org.copytaster.ingest.page;

import org.jspecify.annotations.NullMarked;
