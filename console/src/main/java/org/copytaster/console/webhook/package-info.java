/**
 * Recalls as webhooks, for subscribers who follow no topic. A room of its own, since it is the only
 * part of the console that calls anybody, and since whoever is called may be slow or hostile.
 */
@NullMarked
package org.copytaster.console.webhook;

import org.jspecify.annotations.NullMarked;
