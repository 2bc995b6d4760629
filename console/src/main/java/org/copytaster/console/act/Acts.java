package org.copytaster.console.act;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.copytaster.runtime.KafkaSettings;
import org.eclipse.jetty.server.Handler;

/** The door of this package: editors, what they see and what they do. */
public final class Acts implements AutoCloseable {

  private final EditorFolder editors;
  private final HeldFollower follower;
  private final ActSender sender;
  private final Handler handler;

  private Acts(KafkaSettings kafka, Path directory, Clock clock, Consumer<Duration> answered) {
    editors = new EditorFolder(directory, System::getenv, clock);
    follower = new HeldFollower(kafka);
    sender = new ActSender(kafka, clock);
    handler = new ActHandler(editors, follower, sender, clock, answered);
  }

  /**
   * Begins to follow what is held.
   *
   * @param directory of the editors' files
   * @param answered is told how long each answer took
   */
  public static Acts start(
      KafkaSettings kafka, Path directory, Clock clock, Consumer<Duration> answered) {
    var acts = new Acts(kafka, directory, clock, answered);
    acts.editors.start();
    acts.follower.start();
    return acts;
  }

  /** What answers where nobody is an editor. */
  public static Handler closed() {
    return new ClosedHandler();
  }

  /** What answers editors. */
  public Handler handler() {
    return handler;
  }

  /** Editors' files that cannot be taken now. */
  public int refusedFiles() {
    return editors.refused();
  }

  @Override
  public void close() {
    follower.close();
    sender.close();
    editors.close();
  }
}
