/**
 * The real parts that {@code copytaster up} and the tests run on: a Kafka broker in this process, a
 * schema registry and a PostgreSQL server as children of it. Everything listens on loopback only
 * and keeps its files under one directory.
 */
@NullMarked
package org.copytaster.parts;

import org.jspecify.annotations.NullMarked;
