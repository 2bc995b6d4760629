/**
 * Finds the article in an HTML page. The page is cut into blocks ({@code Blocks}), each block is
 * measured ({@code BlockFeatures}), a small model says which are the article's ({@code
 * BlockModel}), and what the page says of itself gives title, byline, dates and picture. Pure: it
 * fetches nothing and knows no clock.
 */
@NullMarked
package org.copytaster.formats.page;

import org.jspecify.annotations.NullMarked;
