package org.copytaster.console.webhook;

import java.time.Duration;
import org.copytaster.runtime.KafkaSettings;

/**
 * How webhooks are sent.
 *
 * @param group how the consumer groups begin, one for each subscriber
 * @param anyAddress whether private and loopback addresses may be called
 * @param end how long after a recall it is not tried again
 */
public record WebhookSettings(
    KafkaSettings kafka, String group, boolean anyAddress, Duration end) {}
