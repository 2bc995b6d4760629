/**
 * ninjs, IPTC's news in JSON, in its versions 1.x, 2.x and 3.x and as Superdesk writes it; the
 * shapes that agencies' own interfaces have in common with it are read here, too.
 */
@NullMarked
package org.copytaster.formats.ninjs;

import org.jspecify.annotations.NullMarked;
