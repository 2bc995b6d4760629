/**
 * What may be said of a failure. Messages of exceptions that are not ours may quote what was being
 * worked on (a database's driver its rows, a reader the copy), so they are said nowhere.
 */
@NullMarked
package org.copytaster.runtime.log;

import org.jspecify.annotations.NullMarked;
