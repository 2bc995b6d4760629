/**
 * Signatures of webhooks, both ways: what a service checks when it is called and what it signs when
 * it calls, so that the two are one truth.
 */
@NullMarked
package org.copytaster.runtime.signed;

import org.jspecify.annotations.NullMarked;
