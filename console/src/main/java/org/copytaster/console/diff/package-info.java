/**
 * What has changed between two versions of an article: fields, sentences, names, figures and dates.
 * Pure: it knows the texts and tags that it is given, no store and no server.
 */
@NullMarked
package org.copytaster.console.diff;

import org.jspecify.annotations.NullMarked;
