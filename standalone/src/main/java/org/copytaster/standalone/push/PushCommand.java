package org.copytaster.standalone.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Tls;
import org.copytaster.standalone.start.KeyFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Pushes files to a running ingest. */
@Command(
    name = "push",
    mixinStandardHelpOptions = true,
    description = {
      "Push files to a running ingest and print a receipt for each article in them. Files may be",
      "in any format that ingest reads; copytaster read shows what it would make of them."
    })
public final class PushCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8081",
      description = "Where ingest listens (default: ${DEFAULT-VALUE}).")
  private String url = "";

  @Option(
      names = "--field",
      paramLabel = "NAME=VALUE",
      description = "A field said beside the copy, such as versionCreated=2026-11-23T10:00:00Z.")
  private Map<String, String> fields = new LinkedHashMap<>();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Holds the source's API key; ingest then knows the source by it.")
  private @Nullable Path keyFile;

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description = "The source's certificate and its chain, in PEM; shown to ingest over https.")
  private @Nullable Path certificate;

  @Option(
      names = "--cert-key",
      paramLabel = "FILE",
      description = "The certificate's private key, PKCS #8 in PEM without a password.")
  private @Nullable Path certificateKey;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Who may vouch for ingest, in PEM; those that Java knows if left out.")
  private @Nullable Path authorities;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to push, in this order.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws InterruptedException {
    var key = KeyFile.read(keyFile, Secret.NONE);
    var client = new PushClient(url, key, tls());
    if (!key.isPresent() && certificate == null) {
      fields.putIfAbsent("source", "push");
    }
    int refused = 0;
    for (var file : files) {
      refused += push(client, file) ? 0 : 1;
    }
    return refused == 0 ? 0 : 1;
  }

  private Optional<Tls> tls() {
    if ((certificate == null) != (certificateKey == null)) {
      throw new ParameterException(
          spec.commandLine(), "--cert and --cert-key belong together: give both or none");
    }
    if (certificate == null && authorities == null) {
      return Optional.empty();
    }
    var identity =
        certificate == null || certificateKey == null
            ? Optional.<Tls.CertifiedKey>empty()
            : Optional.of(new Tls.CertifiedKey(certificate, certificateKey));
    return Optional.of(new Tls(identity, Optional.ofNullable(authorities)));
  }

  private boolean push(PushClient client, Path file) throws InterruptedException {
    byte[] copy;
    try {
      copy = Files.readAllBytes(file);
    } catch (IOException e) {
      var reason = Files.exists(file) ? "cannot be read" : "there is no such file";
      spec.commandLine().getErr().println(file + ": " + reason);
      return false;
    }
    try {
      var answer = client.push(file.getFileName().toString(), copy, fields);
      return tell(file, answer);
    } catch (SSLException e) {
      var reason = "TLS with " + url + " failed: " + e.getMessage();
      spec.commandLine().getErr().println(file + ": " + reason);
      return false;
    } catch (IOException e) {
      spec.commandLine().getErr().println(file + ": ingest cannot be reached at " + url);
      return false;
    }
  }

  private boolean tell(Path file, HttpResponse<String> answer) {
    var body = parse(answer.body());
    if (!body.has("answers")) {
      return tell(file, answer.statusCode(), body);
    }
    boolean well = true;
    for (var each : body.path("answers")) {
      well &= tell(file, each.path("status").asInt(answer.statusCode()), each);
    }
    return well;
  }

  private boolean tell(Path file, int status, JsonNode body) {
    if (status / 100 != 2) {
      var detail = body.path("detail").asText("ingest answered " + status);
      spec.commandLine().getErr().println(file + ": refused: " + detail);
      return false;
    }
    var out = spec.commandLine().getOut();
    var stage = body.path("stage").asText();
    if (stage.equals("NOT_TEXT")) {
      out.println(file + ": " + body.path("reason").asText());
      return true;
    }
    out.printf(
        "%s: %s%s%n  guid %s version %s%n  receipt %s%n",
        file,
        stage,
        status == 200 ? " (came before)" : "",
        body.path("guid").asText(),
        body.path("version").asText(),
        body.path("id").asText());
    return true;
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
