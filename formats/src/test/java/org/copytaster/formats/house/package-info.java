/** Tests of agencies' own XML. All copy here is made up. */
@org.jspecify.annotations.NullMarked
package org.copytaster.formats.house;
