/**
 * How much the store holds, so that somebody sees it grow before a disk is full: asked for beside
 * the requests, once a minute.
 */
@NullMarked
package org.copytaster.console.size;

import org.jspecify.annotations.NullMarked;
