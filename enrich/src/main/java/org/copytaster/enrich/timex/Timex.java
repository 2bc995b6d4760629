package org.copytaster.enrich.timex;

import org.copytaster.enrich.text.ZonedSpan;

/**
 * A time expression in a text.
 *
 * @param place where it stands
 * @param surface the characters there
 * @param rule the rule that fired
 * @param reading what it means
 */
public record Timex(ZonedSpan place, String surface, String rule, Reading reading) {}
