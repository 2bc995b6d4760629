package org.copytaster.console;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.copytaster.console.webhook.WebhookSettings;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;

/**
 * Who is to act on recalls, and how they are told.
 *
 * @param subscribers directory of their files
 * @param group how the consumer groups of webhooks begin
 * @param anyAddress whether webhooks may have private and loopback addresses
 * @param end how long after a recall its delivery is given up
 */
record RecallSettings(Optional<Path> subscribers, String group, boolean anyAddress, Duration end) {

  static RecallSettings read(Settings settings) {
    return new RecallSettings(
        settings
            .optional(
                "COPYTASTER_CONSOLE_SUBSCRIBERS",
                "directory of subscriber files, *.yaml; a change is taken within seconds")
            .map(Path::of),
        settings.text(
            "COPYTASTER_CONSOLE_WEBHOOK_GROUP",
            "copytaster-webhook",
            "how the consumer groups of webhooks begin, one for each subscriber"),
        settings.flag(
            "COPYTASTER_CONSOLE_WEBHOOK_PRIVATE",
            false,
            "whether webhooks may have private and loopback addresses"),
        settings.duration(
            "COPYTASTER_CONSOLE_WEBHOOK_END",
            "1d",
            "how long after a recall its webhook is given up"));
  }

  WebhookSettings webhooks(KafkaSettings kafka) {
    return new WebhookSettings(kafka, kafka.topicPrefix() + group, anyAddress, end);
  }
}
