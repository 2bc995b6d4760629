package org.copytaster.console.size;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.copytaster.runtime.Metrics;

/** The meters of what the store holds, named in one place. */
final class SizeMetrics {

  /** Rows of each table, as PostgreSQL reckons them. */
  static final String ROWS = "copytaster.console.store.rows";

  /** Bytes of each table with its indexes, and of the database. */
  static final String BYTES = "copytaster.console.store.bytes";

  private final MultiGauge rows;
  private final MultiGauge bytes;

  SizeMetrics(Metrics metrics) {
    this.rows =
        MultiGauge.builder(ROWS)
            .description("Rows of each table, as PostgreSQL reckons them")
            .register(metrics.registry());
    this.bytes =
        MultiGauge.builder(BYTES)
            .description("Bytes of each table with its indexes, and of the database")
            .register(metrics.registry());
  }

  /** Serves these and no others from now on. */
  void serve(List<TableSize> sizes) {
    rows.register(
        sizes.stream()
            .filter(size -> size.rows().isPresent())
            .<MultiGauge.Row<?>>map(size -> row(size.table(), size.rows().getAsLong()))
            .toList(),
        true);
    bytes.register(
        sizes.stream().<MultiGauge.Row<?>>map(size -> row(size.table(), size.bytes())).toList(),
        true);
  }

  private static MultiGauge.Row<Number> row(String table, Number value) {
    return MultiGauge.Row.of(Tags.of("table", table), value);
  }
}
