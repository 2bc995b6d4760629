/** Tests of the commands for tables of those who are known by id. */
@NullMarked
package org.copytaster.standalone.knowledge;

import org.jspecify.annotations.NullMarked;
