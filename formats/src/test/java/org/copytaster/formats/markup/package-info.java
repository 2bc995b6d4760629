/** Tests of XML as agencies send it. */
@org.jspecify.annotations.NullMarked
package org.copytaster.formats.markup;
