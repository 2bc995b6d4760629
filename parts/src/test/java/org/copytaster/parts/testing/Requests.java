package org.copytaster.parts.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.copytaster.parts.testing.leak.Marks;

/** Requests to a service, as a client makes them and as none would. */
public final class Requests {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Requests() {}

  /** What the server says to bytes that no client would send. */
  public static String raw(String base, String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(base).getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
    }
  }

  public static HttpRequest.Builder push(String base, String body) {
    return post(base + "/v1/articles", "application/json", body);
  }

  public static HttpRequest.Builder post(String url, String type, String body) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  public static HttpRequest.Builder get(String url) {
    return HttpRequest.newBuilder(URI.create(url));
  }

  public static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      Marks.refuse("the answer " + answer.statusCode(), answer.body());
    }
    return answer;
  }

  public static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }
}
