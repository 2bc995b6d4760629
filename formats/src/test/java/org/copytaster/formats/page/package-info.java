@NullMarked
package org.copytaster.formats.page;

import org.jspecify.annotations.NullMarked;
