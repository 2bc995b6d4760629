/**
 * What turns articles into enriched articles: the Kafka Streams topology with its gates. How a text
 * is understood is in the packages below, which know nothing of Kafka.
 */
@NullMarked
package org.copytaster.enrich;

import org.jspecify.annotations.NullMarked;
