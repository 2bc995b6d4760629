package org.copytaster.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Writes each event as one line of JSON, in ASCII: whoever reads it needs to know no charset, and
 * nothing that a stranger sent can end the line.
 */
final class JsonLines extends LayoutBase<ILoggingEvent> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private static final int LONGEST_FIELD = 400;

  private final JsonFactory json =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private final Frames frames = new Frames();

  @Override
  public String doLayout(ILoggingEvent event) {
    var line = new StringWriter();
    try (var out = json.createGenerator(line)) {
      write(event, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be written to", e);
    }
    return line.append('\n').toString();
  }

  private void write(ILoggingEvent event, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("time", TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
    out.writeStringField("level", event.getLevel().toString());
    out.writeStringField("logger", event.getLoggerName());
    out.writeStringField("thread", event.getThreadName());
    out.writeStringField("message", OneLine.of(event.getFormattedMessage()));
    for (var field : LogField.values()) {
      var value = said(event, field);
      if (value.isPresent()) {
        out.writeStringField(field.written(), value.get());
      }
    }
    out.writeStringField("instance", Instance.name());
    if (event.getThrowableProxy() != null) {
      out.writeStringField("stack", frames.convert(event));
    }
    out.writeEndObject();
  }

  private Optional<String> said(ILoggingEvent event, LogField field) {
    var value = event.getMDCPropertyMap().get(field.written());
    if (value == null && field == LogField.SERVICE && getContext() != null) {
      value = getContext().getProperty(field.written());
    }
    return Optional.ofNullable(value).map(each -> ShortText.of(each, LONGEST_FIELD));
  }
}
