package org.copytaster.console.where;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.copytaster.console.act.Acts;
import org.copytaster.console.act.Editor;
import org.copytaster.console.act.RefusedException;
import org.copytaster.console.act.Right;
import org.copytaster.console.letter.Letters;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

/** The door of this package: puts together what is known of where an article is. */
public final class Hops implements AutoCloseable {

  private final ReceiptHops receipts;
  private final StoreHops store;
  private final Letters letters;
  private final @Nullable Acts acts;

  private Hops(KafkaSettings kafka, DataSource pool, Letters letters, @Nullable Acts acts) {
    this.receipts = new ReceiptHops(kafka);
    this.store = new StoreHops(pool);
    this.letters = letters;
    this.acts = acts;
  }

  /**
   * Begins to follow the receipts.
   *
   * @param acts knows the editors, and what is held; null where nobody is an editor
   */
  public static Hops start(
      KafkaSettings kafka, DataSource pool, Letters letters, @Nullable Acts acts) {
    var where = new Hops(kafka, pool, letters, acts);
    where.receipts.start();
    return where;
  }

  /** What answers {@code /v1/where/…}. */
  public Handler handler(Consumer<Duration> answered) {
    return new WhereHandler(this, acts, answered);
  }

  @Override
  public void close() {
    receipts.close();
  }

  /**
   * All that is known of a guid, and that whoever asks may know.
   *
   * @param editor who asks; null for somebody without a key
   * @throws RefusedException while something has not been read
   */
  ObjectNode of(String guid, @Nullable Editor editor) throws RefusedException, SQLException {
    var found = receipts.of(guid);
    var stored =
        found.receipts().stream()
            .filter(receipt -> receipt.getStage() == Stage.STORED)
            .map(Receipt::getVersion)
            .collect(Collectors.toSet());
    var hops = new ArrayList<>(found.hops());
    hops.addAll(store.of(guid, stored));
    var leftOut = new ArrayList<String>();
    addHeld(guid, editor, hops, leftOut);
    addLetters(guid, editor, hops, leftOut);
    hops.sort(Comparator.comparing(Hop::time).thenComparing(Hop::order));
    var body = JsonNodeFactory.instance.objectNode().put("guid", guid);
    body.put("now", now(store.current(guid), found.receipts(), hops));
    var list = body.putArray("hops");
    for (var hop : hops) {
      list.addObject()
          .put("time", hop.time().toString())
          .put("what", hop.what())
          .setAll(hop.said());
    }
    var without = body.putArray("leftOut");
    leftOut.forEach(without::add);
    if (!found.complete()) {
      without.add("old receipts: there are more than the console keeps");
    }
    return body;
  }

  /** One sentence on how far the newest version has come. */
  private static String now(
      Optional<StoreHops.Current> current, List<Receipt> receipts, List<Hop> hops) {
    var newest =
        receipts.stream()
            .filter(receipt -> !org.copytaster.schemas.Receipts.isTest(receipt))
            .max(Comparator.comparing(Receipt::getVersion).thenComparing(Receipt::getTime));
    boolean ahead =
        newest.isPresent()
            && newest.get().getStage() != Stage.STORED
            && current.map(known -> newest.get().getVersion() > known.version()).orElse(true);
    if (ahead) {
      var receipt = newest.get();
      var stage =
          switch (receipt.getStage()) {
            case PUBLISHED -> "is published and not tagged or stored yet";
            case HELD -> "is held";
            case REFUSED -> "was refused";
            default -> "is on its way";
          };
      return "version " + receipt.getVersion() + " " + stage + ", since " + receipt.getTime();
    }
    if (current.isPresent()) {
      var known = current.get();
      var state =
          switch (known.status()) {
            case "CANCELED" -> "is a kill, and nothing of the article is shown";
            case "WITHHELD" -> "is withheld, and nothing of the article is shown";
            default -> "is stored and shown";
          };
      return "version " + known.version() + " " + state + ", since " + known.storedAt();
    }
    return hops.isEmpty()
        ? "nothing is known of it: it never came, or so long ago that its receipts are gone"
        : "it was a test of the line, or only traces of it are left";
  }

  private void addHeld(String guid, @Nullable Editor editor, List<Hop> hops, List<String> leftOut)
      throws RefusedException {
    if (acts == null || editor == null || !editor.may(Right.SEE_HELD)) {
      leftOut.add("what is held and what editors did: needs the right see-held");
      return;
    }
    acts.held(guid)
        .ifPresent(
            state ->
                hops.add(
                    StoreHops.hop(state.getSince(), 21, "waits")
                        .version(state.getVersion())
                        .with("service", "enrich")
                        .with("decision", written(state.getCause()))
                        .with("by", state.getHeldBy())
                        .with(
                            "until",
                            state.getUntil() == null ? null : state.getUntil().toString())));
    for (var audit : acts.done(guid)) {
      var act = audit.getAct();
      hops.add(
          StoreHops.hop(audit.getTime(), 22, written(act.getKind()))
              .version(audit.getVersion())
              .with("service", "enrich")
              .with("by", act.getBy())
              .with("decision", written(audit.getOutcome()))
              .with("reason", audit.getWhy()));
    }
  }

  private void addLetters(
      String guid, @Nullable Editor editor, List<Hop> hops, List<String> leftOut)
      throws RefusedException {
    if (editor == null || !editor.may(Right.SEE_LETTERS)) {
      leftOut.add("dead letters: needs the right see-letters");
      return;
    }
    for (var told : letters.about(guid)) {
      hops.add(new Hop(told.time(), 35, told.what(), told.said()));
    }
  }

  private static String written(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
