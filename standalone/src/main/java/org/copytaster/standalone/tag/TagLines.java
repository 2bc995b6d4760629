package org.copytaster.standalone.tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.schemas.json.TagsJson;
import org.copytaster.tagging.timex.DateOrder;
import org.jspecify.annotations.Nullable;

/**
 * Tags a stream of texts, one JSON object a line. Lines are tagged side by side and written in
 * order; only a few of them are held at a time, however long the stream is.
 */
final class TagLines {

  private static final int LINES_PER_THREAD = 8;

  private final ObjectMapper mapper = new ObjectMapper();
  private final RecordTagger tagging;
  private final @Nullable String creationTime;
  private final DateOrder order;
  private final int threads;

  /**
   * A tagger of lines.
   *
   * @param creationTime for the lines that bring none, or null
   * @param order in which order day and month stand in figures, in all lines
   */
  TagLines(RecordTagger tagging, @Nullable String creationTime, DateOrder order, int threads) {
    this.tagging = tagging;
    this.creationTime = creationTime;
    this.order = order;
    this.threads = threads;
  }

  /**
   * Tags all lines.
   *
   * @throws IOException if a line cannot be read as {@code {"doc","dct","text"}}; it names the
   *     line, and all lines before it are written
   */
  void run(InputStream in, Writer out) throws IOException, InterruptedException {
    var pool = Executors.newFixedThreadPool(threads);
    try {
      run(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), out, pool);
    } finally {
      pool.shutdownNow();
    }
  }

  private void run(BufferedReader reader, Writer out, ExecutorService pool)
      throws IOException, InterruptedException {
    var pending = new ArrayDeque<Future<String>>();
    long number = 0;
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      var task = new Line(number, line);
      pending.add(pool.submit(() -> tagged(task)));
      if (pending.size() >= LINES_PER_THREAD * threads) {
        write(pending.remove(), out);
      }
    }
    while (!pending.isEmpty()) {
      write(pending.remove(), out);
    }
    out.flush();
  }

  private static void write(Future<String> tagged, Writer out)
      throws IOException, InterruptedException {
    try {
      out.write(tagged.get());
      out.write('\n');
    } catch (ExecutionException e) {
      out.flush();
      var cause = e.getCause();
      throw new IOException(cause == null ? e.getMessage() : cause.getMessage(), e);
    }
  }

  private record Line(long number, String json) {}

  private String tagged(Line line) throws IOException {
    try {
      var input = mapper.readTree(line.json());
      var doc = string(input, "doc");
      var text = string(input, "text");
      if (doc == null || text == null) {
        throw new IllegalArgumentException((doc == null ? "doc" : "text") + " is missing");
      }
      var dct = string(input, "dct");
      return TagsJson.of(doc, tagging.tag(text, dct == null ? creationTime : dct, order));
    } catch (JsonProcessingException e) {
      throw new IOException("line " + line.number() + ": no JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IOException("line " + line.number() + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable String string(JsonNode input, String field) {
    if (!input.isObject()) {
      throw new IllegalArgumentException("no JSON object");
    }
    var value = input.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(field + " is no string");
    }
    return value.textValue();
  }
}
