package org.copytaster.enrich;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.enrich.tag.AuthorityFolder;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.runtime.log.Fault;
import org.copytaster.tagging.entity.link.Linking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tagging in use. Another takes its place whenever the authority lists change; both share the
 * models, and an article is tagged by one of them from begin to end.
 */
final class LiveTagger implements Supplier<RecordTagger>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveTagger.class);

  private final AtomicReference<RecordTagger> current;
  private @Nullable AuthorityFolder folder;

  private LiveTagger(RecordTagger first) {
    current = new AtomicReference<>(first);
  }

  /** A tagging as it is set up, with the lists that lie there now and those that will. */
  static LiveTagger start(EnrichSettings settings, EnrichMetrics metrics, Clock clock) {
    var linking = Linking.DEFAULT.with(settings.linkConfidence()).with(settings.knowledge());
    var live =
        new LiveTagger(
            tagger(settings, metrics)
                .withInferredCreationTime(settings.inferredCreationTime())
                .withLinking(linking));
    var folder =
        settings
            .authority()
            .map(
                directory ->
                    new AuthorityFolder(
                        directory,
                        lists ->
                            live.current.updateAndGet(old -> old.withLinking(linking.with(lists))),
                        clock));
    metrics.watchAuthority(
        () -> folder.map(AuthorityFolder::entries).orElse(0),
        () -> folder.map(AuthorityFolder::broken).orElse(0));
    folder.ifPresent(AuthorityFolder::start);
    live.folder = folder.orElse(null);
    return live;
  }

  /** The engines; names are found a little worse without the encoder, but found. */
  private static RecordTagger tagger(EnrichSettings settings, EnrichMetrics metrics) {
    var missing = new AtomicBoolean();
    var tagger =
        RecordTagger.english(
            settings.entityModel(),
            settings.entityReader(),
            why -> {
              missing.set(true);
              LOG.warn("names are read by the perceptron alone: {}", Fault.of(why));
            });
    metrics.watchEncoder(missing.get());
    return tagger;
  }

  @Override
  public RecordTagger get() {
    return Objects.requireNonNull(current.get());
  }

  @Override
  public void close() {
    if (folder != null) {
      folder.close();
    }
  }
}
