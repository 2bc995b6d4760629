/**
 * What several commands do when they start: settings of all modules, topics and schemas, services
 * that run until they are told to stop.
 */
@NullMarked
package org.copytaster.standalone.start;

import org.jspecify.annotations.NullMarked;
