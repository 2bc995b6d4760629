@NullMarked
package org.copytaster.runtime.client;

import org.jspecify.annotations.NullMarked;
