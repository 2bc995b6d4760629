package org.copytaster.ingest.desk;

import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.copytaster.schemas.Topics;

/** What a desk works with. */
record DeskParts(
    Producer<String, Object> producer,
    Topics topics,
    ReceiptTable receipts,
    Clock clock,
    OpenDesk.Watch watch) {}
