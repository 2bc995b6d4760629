package org.copytaster.console.act;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.HeldState;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The door of this package: editors, what they see and what they do. */
public final class Acts implements AutoCloseable {

  private final EditorFolder editors;
  private final HeldFollower follower;
  private final ActSender sender;
  private final Handler handler;

  private Acts(
      KafkaSettings kafka,
      Path directory,
      Clock clock,
      Consumer<Duration> answered,
      Tracing tracing) {
    editors = new EditorFolder(directory, System::getenv, clock);
    follower = new HeldFollower(kafka);
    sender = new ActSender(kafka, clock, tracing);
    handler = new ActHandler(editors, follower, sender, clock, answered);
  }

  /**
   * Begins to follow what is held.
   *
   * @param directory of the editors' files
   * @param answered is told how long each answer took
   */
  public static Acts start(
      KafkaSettings kafka,
      Path directory,
      Clock clock,
      Consumer<Duration> answered,
      Tracing tracing) {
    var acts = new Acts(kafka, directory, clock, answered, tracing);
    acts.editors.start();
    acts.follower.start();
    return acts;
  }

  /** What answers where nobody is an editor. */
  public static Handler closed() {
    return closed(ActHandler::here);
  }

  /** The same for other paths that only editors may ask for. */
  public static Handler closed(Predicate<@Nullable String> here) {
    return new ClosedHandler(here);
  }

  /** What answers editors. */
  public Handler handler() {
    return handler;
  }

  /** Editors' files that cannot be taken now. */
  public int refusedFiles() {
    return editors.refused();
  }

  /**
   * Who asks, by a bearer key.
   *
   * @throws RefusedException if it is nobody that is known
   */
  public Editor asking(Request request) throws RefusedException {
    return editors.asking(request);
  }

  /**
   * What is held of a guid now.
   *
   * @throws RefusedException while that has not been read
   */
  public Optional<HeldState> held(String guid) throws RefusedException {
    return follower.list().held(guid);
  }

  /**
   * What editors did with a guid, among the newest acts.
   *
   * @throws RefusedException while they have not been read
   */
  public List<Audit> done(String guid) throws RefusedException {
    return follower.list().audits(guid);
  }

  @Override
  public void close() {
    follower.close();
    sender.close();
    editors.close();
  }
}
