/**
 * What Kafka's clients say of themselves, as few series under names that stay: a client has
 * thousands, and their labels name threads and processes by random numbers.
 */
@NullMarked
package org.copytaster.runtime.client;

import org.jspecify.annotations.NullMarked;
