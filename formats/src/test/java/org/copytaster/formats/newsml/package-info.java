/** Tests of the IPTC's XML formats. All copy here is made up. */
@org.jspecify.annotations.NullMarked
package org.copytaster.formats.newsml;
