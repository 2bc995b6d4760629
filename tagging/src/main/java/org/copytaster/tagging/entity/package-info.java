/**
 * Finds whom and what a text names and tells which names mean the same. People are resolved inside
 * one text only; those who wrote or helped to report it are kept apart from those it is about.
 */
@NullMarked
package org.copytaster.tagging.entity;

import org.jspecify.annotations.NullMarked;
