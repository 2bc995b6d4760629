package org.copytaster.runtime;

import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP side of a service: {@code /metrics}, {@code /health/live}, {@code /health/ready}, and
 * after them whatever routes the service brings.
 */
public final class OpsServer implements AutoCloseable {

  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

  private final Server server;
  private final ServerConnector connector;

  private OpsServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts listening.
   *
   * @param routes asked in order after the ops paths; what none handles is answered with 404
   * @throws IllegalStateException with one sentence if the port cannot be had, or a file of TLS is
   *     missing or does not fit
   */
  public static OpsServer start(Door door, Service service, Metrics metrics, List<Handler> routes) {
    var threads = new QueuedThreadPool(64, 4);
    threads.setName(service.name() + "-http");
    var server = new Server(threads);
    var connector = connector(server, door, metrics);
    server.addConnector(connector);
    var all = new Handler.Sequence();
    all.addHandler(new OpsHandler(service, metrics));
    routes.forEach(all::addHandler);
    all.addHandler(new NotFoundHandler());
    server.setHandler(new GuardHandler(all, new Guard(door), LONGEST_ANSWER, metrics));
    server.setErrorHandler(Answers::error);
    server.setStopTimeout(3_000);
    metrics.gauge(Metrics.READY, "1 while the service is ready", () -> service.ready() ? 1 : 0);
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      throw new IllegalStateException(sentence(service, door, e), e);
    }
    return new OpsServer(server, connector);
  }

  private static ServerConnector connector(Server server, Door door, Metrics metrics) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(16 * 1024);
    // An id in a path may hold a slash or a percent sign; no path of ours leads to a file.
    http.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "ids",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
    var plain = new HttpConnectionFactory(http);
    ServerConnector connector;
    if (door.tls().isPresent()) {
      var files = new TlsFiles(door.tls().get(), Clock.systemUTC());
      server.addBean(files);
      metrics.gauge(
          Metrics.CERTIFICATE_EXPIRES,
          "when the first certificate in use is out of date, seconds since 1970",
          () -> files.expires().getEpochSecond());
      // The client checks the name; to us, who serve one host, it says nothing.
      http.addCustomizer(new SecureRequestCustomizer(false));
      connector =
          new ServerConnector(
              server, 1, 1, AbstractConnectionFactory.getFactories(files.factory(), plain));
    } else {
      connector = new ServerConnector(server, 1, 1, plain);
    }
    connector.setHost(door.host());
    connector.setPort(door.port());
    connector.setIdleTimeout(30_000);
    return connector;
  }

  /** The port that it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server did not stop", e);
    }
  }

  private static String sentence(Service service, Door door, Exception e) {
    var inUse = e instanceof BindException || e.getCause() instanceof BindException;
    return inUse
        ? "port %d on %s is in use, so %s cannot listen there"
            .formatted(door.port(), door.host(), service.name())
        : "%s cannot listen on %s:%d: %s"
            .formatted(service.name(), door.host(), door.port(), e.getMessage());
  }

  /** Answers the three ops paths and leaves everything else to the next handler. */
  private static final class OpsHandler extends Handler.Abstract {
    private final Service service;
    private final Metrics metrics;

    OpsHandler(Service service, Metrics metrics) {
      this.service = service;
      this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      switch (Request.getPathInContext(request)) {
        case "/metrics" ->
            Answers.send(response, callback, 200, "text/plain; version=0.0.4", metrics.scrape());
        case "/health/live" -> health(response, callback, service.live());
        case "/health/ready" -> health(response, callback, service.ready() && service.live());
        default -> {
          return false;
        }
      }
      return true;
    }

    private void health(Response response, Callback callback, boolean good) {
      Answers.send(
          response,
          callback,
          good ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
          "application/json",
          HealthJson.of(service.name(), good, service.parts()));
    }
  }

  /** Says 404 as RFC 9457 problem details instead of as an HTML page. */
  private static final class NotFoundHandler extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Answers.problem(
          response, callback, HttpStatus.NOT_FOUND_404, "There is nothing at this path.");
      return true;
    }
  }

  /** Sends a whole text as an answer, in UTF-8. */
  public static void send(
      Response response, Callback callback, int status, Map<String, String> headers, String body) {
    Answers.send(response, callback, status, headers, body);
  }
}
