/** The XML formats of the IPTC: NewsML-G2, NewsML 1.2 and NITF, alone and one within another. */
@NullMarked
package org.copytaster.formats.newsml;

import org.jspecify.annotations.NullMarked;
