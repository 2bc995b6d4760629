package org.copytaster.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.copytaster.formats.Hints;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.Digests;
import org.copytaster.ingest.desk.Delivery;
import org.copytaster.ingest.desk.Intake;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** One request that brings copy: who sends it, what it is, and what became of it. */
final class Push {

  private static final byte[] NOTHING = {};
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final Intake intake;
  private final Gate gate;
  private final GatheredBody body;
  private final Clock clock;
  private final Quotas quotas;
  private final IdempotentReplies answered;
  private final Declaration declaration = new Declaration();

  Push(Intake intake, Gate gate, GatheredBody body, Clock clock) {
    this.intake = intake;
    this.gate = gate;
    this.body = body;
    this.clock = clock;
    this.quotas = new Quotas(clock);
    this.answered = new IdempotentReplies(clock);
  }

  /** A request that was admitted. */
  record Admitted(Caller caller, Query query) {}

  /** Whether it takes the body to tell who it is. */
  boolean signed(Request request) {
    return gate.needsBody(request.getHeaders());
  }

  /** Finds out who it is by the headers, for a request that is not {@link #signed}. */
  Admitted admit(Request request) throws RequestRefusedException {
    return admit(request, NOTHING);
  }

  /** Finds out who it is by the headers and the whole body as received. */
  Admitted admit(Request request, byte[] received) throws RequestRefusedException {
    var query = Query.of(request);
    return new Admitted(gate.admit(ShownCredentials.of(request), received, query.source()), query);
  }

  /**
   * A taker of one body of copy; answers for all that it holds.
   *
   * @param together makes one reply of all
   * @throws RequestRefusedException at once where the headers are enough for it
   */
  BodyTaker whole(Request request, Function<List<Reply>, Reply> together)
      throws RequestRefusedException {
    GatheredBody.gzip(request.getHeaders());
    Declaration.refuseForms(request.getHeaders());
    var known = signed(request) ? null : admit(request);
    return body.gather(
        request.getLength(),
        (received, to) -> {
          var admitted = known == null ? admit(request, received) : known;
          to.send(together.apply(whole(request, admitted, received)));
        });
  }

  /** A taker of a whole body, whoever sends it. */
  BodyTaker gather(Request request, GatheredBody.Whole whole) throws RequestRefusedException {
    return body.gather(request.getLength(), whole);
  }

  private List<Reply> whole(Request request, Admitted admitted, byte[] received)
      throws RequestRefusedException {
    var key = request.getHeaders().get(IDEMPOTENCY_KEY);
    if (key == null) {
      return worked(request, admitted, received);
    }
    var mine = new IdempotentReplies.Key(admitted.caller().source().name(), key);
    var uri = request.getHttpURI();
    var asked = uri.getPath() + "?" + uri.getQuery() + "\n" + Digests.sha256(received);
    var before = answered.before(mine, Digests.sha256(asked.getBytes(UTF_8)));
    if (before.isPresent()) {
      return List.of(before.get());
    }
    Reply reply = null;
    try {
      reply = Replies.together(worked(request, admitted, received));
      return List.of(reply);
    } finally {
      answered.answer(mine, reply);
    }
  }

  private List<Reply> worked(Request request, Admitted admitted, byte[] received)
      throws RequestRefusedException {
    var headers = request.getHeaders();
    var type = Declaration.mediaType(headers);
    var source = admitted.caller().source();
    boolean open = source.format() == null;
    if (open && !intake.formats().reads(type)) {
      throw Declaration.unknown();
    }
    var plain = body.unpacked(headers, received);
    if (open) {
      declaration.refuseJsonAsText(type, plain);
    }
    return item(headers, admitted, plain, type);
  }

  /** Takes some copy of a request that was admitted; counts against the source's quota. */
  List<Reply> item(HttpFields headers, Admitted admitted, byte[] bytes, String type)
      throws RequestRefusedException {
    var source = admitted.caller().source();
    var rate = quotas.spend(source, 1);
    var delivery = delivery(headers, admitted, bytes, type);
    var replies =
        admitted.query().dryRun()
            ? intake.preview(delivery).stream().map(Replies::of).toList()
            : intake.take(delivery).stream().map(Replies::of).toList();
    if (replies.size() > 1) {
      quotas.more(source, replies.size() - 1);
    }
    return replies.stream().map(reply -> reply.with(rate)).toList();
  }

  private Delivery delivery(HttpFields headers, Admitted admitted, byte[] bytes, String type) {
    var caller = admitted.caller();
    var source = caller.source();
    var given = new HashMap<>(admitted.query().fields());
    given.put("source", source.name());
    var copy = new Copy(bytes, charset(headers), given, source.circumstances(clock.instant()));
    return new Delivery(
        copy,
        new Hints(type, null, source.format()),
        headers.get("traceparent"),
        new Delivery.Sender(caller.known() ? source.name() : null, source.guidPrefixes()));
  }

  /** As the header has it; what it means is for the reader of the bytes to find out. */
  private static @Nullable String charset(HttpFields headers) {
    var header = headers.get(HttpHeader.CONTENT_TYPE);
    return header == null ? null : MimeTypes.getCharsetFromContentType(header);
  }
}
