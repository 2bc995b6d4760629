@NullMarked
package org.copytaster.ingest.file;

import org.jspecify.annotations.NullMarked;
