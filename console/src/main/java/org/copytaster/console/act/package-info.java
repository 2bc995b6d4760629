/**
 * What editors see and do: who they are (files), what is held (a topic, kept in memory), and acts,
 * which are written to a topic and answered once the embargo gate has decided.
 */
@NullMarked
package org.copytaster.console.act;

import org.jspecify.annotations.NullMarked;
