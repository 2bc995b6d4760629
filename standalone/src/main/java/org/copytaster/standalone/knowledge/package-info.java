/** Commands for tables of people, organisations and places that are known by id. */
@NullMarked
package org.copytaster.standalone.knowledge;

import org.jspecify.annotations.NullMarked;
