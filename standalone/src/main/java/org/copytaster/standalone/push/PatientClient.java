package org.copytaster.standalone.push;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.IntPredicate;
import org.copytaster.runtime.Secret;

/** Sends a request with a key, and again where a service of ours says later. */
public final class PatientClient {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http;
  private final Secret key;
  private final int tries;

  /**
   * Sends through one client.
   *
   * @param key goes along as a bearer key; {@link Secret#NONE} for none
   * @param tries how often one is sent at most
   */
  public PatientClient(HttpClient http, Secret key, int tries) {
    this.http = http;
    this.key = key;
    this.tries = tries;
  }

  /**
   * Sends it until the status is no {@code later} one; after each try it waits a second longer.
   *
   * @return the last answer, whatever its status
   * @throws IOException if the service cannot be reached
   */
  public HttpResponse<String> send(HttpRequest.Builder request, IntPredicate later)
      throws IOException, InterruptedException {
    if (key.isPresent()) {
      request.header("Authorization", "Bearer " + key.reveal());
    }
    request.timeout(PATIENCE);
    for (int i = 1; ; i++) {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (i == tries || !later.test(answer.statusCode())) {
        return answer;
      }
      // who says later wants to be left alone for a while
      Thread.sleep(Duration.ofSeconds(i).toMillis());
    }
  }
}
