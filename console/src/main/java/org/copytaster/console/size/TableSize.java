package org.copytaster.console.size;

import java.util.OptionalLong;

/**
 * How large a table is.
 *
 * @param rows as PostgreSQL reckons them; empty for the whole database
 * @param bytes with its indexes
 */
record TableSize(String table, OptionalLong rows, long bytes) {}
