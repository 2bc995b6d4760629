package org.copytaster.tagging.life;

import java.util.regex.Pattern;

/**
 * Words that act.
 *
 * @param pattern over folded text
 */
record LifeRule(String name, Act act, Where where, Pattern pattern) {}
