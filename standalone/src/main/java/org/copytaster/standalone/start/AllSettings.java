package org.copytaster.standalone.start;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.copytaster.console.ConsoleSettings;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.sink.SinkSettings;

/** Every setting that there is: what is set for one service is no mistake in another. */
public final class AllSettings {

  private AllSettings() {}

  /** All settings in the order of the pipeline, as the documentation lists them. */
  public static List<Settings.Declared> declared() {
    var settings = Settings.of(Map.of());
    Deployment.read(settings);
    IngestSettings.read(settings);
    EnrichSettings.read(settings);
    SinkSettings.read(settings);
    ConsoleSettings.read(settings);
    HeldSettings.read(settings);
    ProbeSettings.read(settings);
    return settings.declared();
  }

  /**
   * The settings of one service.
   *
   * @throws Settings.InvalidSettingsException with everything that is wrong
   */
  public static <T> T read(Map<String, String> environment, Function<Settings, T> reader) {
    var settings = Settings.of(environment);
    var read = reader.apply(settings);
    settings.check(declared());
    return read;
  }
}
