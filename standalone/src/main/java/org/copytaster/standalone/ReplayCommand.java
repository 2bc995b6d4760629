package org.copytaster.standalone;

import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.standalone.start.AllSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies dead letters back to the topics that they came from. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Copy dead letters back to the topics that they came from, and list each:",
      "partition/offset, the topic, the reason. Without options all of them, once each."
    })
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--dry-run", description = "List the dead letters and copy none.")
  private boolean dryRun;

  @Option(names = "--partition", paramLabel = "N", description = "Only from this partition.")
  private @Nullable Integer partition;

  @Option(names = "--offset", paramLabel = "N", description = "Only those at this offset.")
  private @Nullable Long offset;

  @Option(names = "--from", paramLabel = "TOPIC", description = "Only those that came from TOPIC.")
  private @Nullable String from;

  @Override
  public Integer call() {
    var kafka = AllSettings.read(System.getenv(), KafkaSettings::read);
    int found = new Replay(kafka, dryRun).run(this::wanted, this::tell);
    spec.commandLine().getOut().println(found + (dryRun ? " dead letters" : " replayed"));
    return 0;
  }

  private boolean wanted(ConsumerRecord<byte[], byte[]> letter) {
    return (partition == null || letter.partition() == partition)
        && (offset == null || letter.offset() == offset)
        && (from == null || from.equals(DeadLetter.topicOf(letter.headers()).orElse("")));
  }

  private void tell(ConsumerRecord<byte[], byte[]> letter) {
    var headers = letter.headers();
    spec.commandLine()
        .getOut()
        .printf(
            "%d/%d  %s  %s%n",
            letter.partition(),
            letter.offset(),
            DeadLetter.said(headers, DeadLetter.TOPIC).orElse("?"),
            DeadLetter.said(headers, DeadLetter.MESSAGE).orElse("?"));
  }
}
