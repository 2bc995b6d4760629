package org.copytaster.runtime.health;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.log.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Whether something answers that a service stands on. A thread of its own asks once a second; what
 * has not answered for four seconds is away, also while a question to it hangs. So whoever asks
 * {@link #now} is never held up, and learns within five seconds of a part that is frozen.
 */
public final class Answering implements AutoCloseable {

  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final int QUESTION_SECONDS = 3;

  private final String part;
  private final Question question;
  private final Thread thread;
  private volatile @Nullable String failure;
  private volatile long answered;
  private volatile boolean ever;
  private volatile boolean closing;

  /** What is asked; keeps its connection from one time to the next. */
  public interface Question extends AutoCloseable {

    /** Returns once it was answered; throws anything if it was not. */
    void ask() throws Exception;

    @Override
    default void close() {}
  }

  private Answering(String part, Question question) {
    this.part = part;
    this.question = question;
    this.thread = new Thread(this::run, "answering-" + part);
    thread.setDaemon(true);
  }

  /**
   * Begins to ask.
   *
   * @param part that is asked, for the name of the thread
   * @param question is closed with this
   */
  public static Answering start(String part, Question question) {
    var answering = new Answering(part, question);
    answering.thread.start();
    return answering;
  }

  /** Asks a database for nothing but an answer, over a connection of its own. */
  public static Answering database(String url, String user, Secret password) {
    return start("store", new DatabaseQuestion(url, user, password));
  }

  /** Asks the brokers who they are. */
  public static Answering broker(KafkaSettings kafka) {
    return start("broker", new BrokerQuestion(kafka));
  }

  /** Whether it answered within the last four seconds. */
  public boolean now() {
    return ever && System.nanoTime() - answered < PATIENCE.toNanos();
  }

  /** What was asked. */
  public String part() {
    return part;
  }

  /** Why it is not to be worked with now; empty while it answers. */
  public Optional<String> problem() {
    if (now()) {
      return Optional.empty();
    }
    var last = failure;
    return Optional.of(
        "the " + part + " does not answer" + (last == null ? "" : " (" + last + ")"));
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
  }

  private void run() {
    while (!closing) {
      try {
        question.ask();
        answered = System.nanoTime();
        ever = true;
        failure = null;
      } catch (Exception e) {
        // That it did not answer is what now() says.
        failure = Fault.of(e);
      }
      pause();
    }
    question.close();
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(PERIOD.toNanos());
    } catch (InterruptedException e) {
      // Only close() interrupts, and the loop looks at that next.
    }
  }

  private static final class DatabaseQuestion implements Question {
    private final String url;
    private final Properties properties = new Properties();
    private @Nullable Connection connection;

    DatabaseQuestion(String url, String user, Secret password) {
      this.url = url;
      properties.setProperty("user", user);
      properties.setProperty("password", password.reveal());
      properties.setProperty("ApplicationName", "copytaster-health");
      properties.setProperty("connectTimeout", "" + QUESTION_SECONDS);
      properties.setProperty("loginTimeout", "" + QUESTION_SECONDS);
      properties.setProperty("socketTimeout", "" + QUESTION_SECONDS);
    }

    @Override
    public void ask() throws SQLException {
      if (connection == null) {
        connection = DriverManager.getConnection(url, properties);
      }
      try (var statement = connection.createStatement()) {
        statement.execute("select 1");
      } catch (SQLException e) {
        close();
        throw e;
      }
    }

    @Override
    public void close() {
      try {
        if (connection != null) {
          connection.close();
        }
      } catch (SQLException e) {
        // It is of no more use either way.
      }
      connection = null;
    }
  }

  private static final class BrokerQuestion implements Question {
    private final Admin admin;

    BrokerQuestion(KafkaSettings kafka) {
      var patience = Duration.ofSeconds(QUESTION_SECONDS);
      this.admin = Admin.create(kafka.probe("copytaster-health", patience));
    }

    @Override
    public void ask() throws Exception {
      admin.describeCluster().nodes().get(QUESTION_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      admin.close(Duration.ZERO);
    }
  }
}
