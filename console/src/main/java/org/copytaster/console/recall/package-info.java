/**
 * What was called back and who has acted on it. Subscribers are files, as sources are, so that an
 * operator can see and review who is expected to act, and how fast.
 */
@NullMarked
package org.copytaster.console.recall;

import org.jspecify.annotations.NullMarked;
