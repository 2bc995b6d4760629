package org.copytaster.console.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.copytaster.console.recall.Subscriber;
import org.copytaster.runtime.outgoing.OutgoingClient;
import org.copytaster.runtime.outgoing.PrivateAddressException;
import org.copytaster.runtime.outgoing.PublicAddresses;
import org.copytaster.runtime.signed.WebhookSignatures;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.json.RecordJson;
import org.copytaster.schemas.record.Recall;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.http.HttpMethod;

/**
 * Posts recalls as Standard Webhooks has it, in bounded time and memory whatever is answered.
 * Redirects are not followed: what is signed for one address goes to no other.
 */
final class WebhookClient implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final int LARGEST_ANSWER = 4 * 1024;
  private static final RecordJson RECALL = RecordJson.of(Recall.getClassSchema());
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final Clock clock;

  /**
   * A client that is started.
   *
   * @param anyAddress whether private and loopback addresses may be called
   */
  WebhookClient(boolean anyAddress, Clock clock) {
    this.clock = clock;
    http =
        OutgoingClient.start(
            "webhooks", anyAddress ? null : new PublicAddresses(), CONNECTING, PATIENCE);
  }

  /**
   * What came of a try.
   *
   * @param trouble why it was not taken, one sentence's end; empty if it was
   * @param acknowledged whether the answer says that the recall was acted on
   * @param gone whether there is no use in another try
   */
  record Tried(Optional<String> trouble, boolean acknowledged, boolean gone) {

    private static Tried failed(String trouble) {
      return new Tried(Optional.of(trouble), false, false);
    }
  }

  /**
   * Posts it once.
   *
   * @param trace the traceparent that goes with it, if any does
   */
  Tried post(Recall recall, Subscriber.Webhook to, Optional<String> trace)
      throws InterruptedException {
    var now = clock.instant();
    var body = body(recall);
    var listener = new InputStreamResponseListener();
    try {
      http.newRequest(to.url())
          .method(HttpMethod.POST)
          .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .headers(
              headers -> {
                headers.put(WebhookSignatures.ID, recall.getId());
                headers.put(WebhookSignatures.TIMESTAMP, Long.toString(now.getEpochSecond()));
                headers.put(
                    WebhookSignatures.SIGNATURE,
                    WebhookSignatures.sign(to.secrets(), recall.getId(), now, body));
                trace.ifPresent(value -> headers.put("traceparent", value));
              })
          .body(new BytesRequestContent("application/json", body))
          .send(listener);
      var response = listener.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      int status = response.getStatus();
      if (status < 200 || status > 299) {
        listener.getInputStream().close();
        return new Tried(Optional.of("answers " + status), false, status == 410);
      }
      return new Tried(Optional.empty(), acknowledged(listener.getInputStream()), false);
    } catch (ExecutionException | TimeoutException | IOException e) {
      return Tried.failed(reason(e));
    } catch (RuntimeException e) {
      return Tried.failed("cannot be called");
    }
  }

  @Override
  public void close() {
    OutgoingClient.stop(http);
  }

  /** The recall by its schema, and what kind of event it is. */
  private static byte[] body(Recall recall) {
    var body = JSON.createObjectNode().put("type", EventHeaders.ARTICLE_RECALLED);
    body.setAll(RECALL.tree(recall));
    return body.toString().getBytes(UTF_8);
  }

  /** It was taken already; a body that is long, late or no JSON only does not acknowledge it. */
  private static boolean acknowledged(InputStream answer) {
    try (answer) {
      var bytes = answer.readNBytes(LARGEST_ANSWER);
      var said = JSON.readTree(bytes);
      return said != null
          && said.path("acknowledged").isBoolean()
          && said.path("acknowledged").booleanValue();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static String reason(Exception e) {
    if (causedBy(e, PrivateAddressException.class)) {
      return "has a private address, which COPYTASTER_CONSOLE_WEBHOOK_PRIVATE does not allow";
    } else if (causedBy(e, UnknownHostException.class)) {
      return "has a host that nobody knows";
    } else if (causedBy(e, TimeoutException.class)) {
      return "does not answer in time";
    }
    return causedBy(e, SSLException.class)
        ? "cannot be trusted: its certificate does not hold"
        : "cannot be reached";
  }

  private static boolean causedBy(Throwable e, Class<? extends Throwable> type) {
    Throwable cause = e;
    for (int i = 0; i < 8 && cause != null; i++) {
      if (type.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
