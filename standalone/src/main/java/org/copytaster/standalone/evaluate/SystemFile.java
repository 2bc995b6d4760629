package org.copytaster.standalone.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.copytaster.standalone.evaluate.DateScore.TimexSpan;
import org.copytaster.standalone.evaluate.EntityScore.EntitySpan;
import org.jspecify.annotations.Nullable;

/** Writes what the taggers found in the form of the gold standard, for another scorer to read. */
final class SystemFile implements AutoCloseable {

  private final ObjectMapper mapper = new ObjectMapper();
  private final Writer writer;

  private SystemFile(Writer writer) {
    this.writer = writer;
  }

  /** A file, or nothing if none is wanted. */
  static SystemFile open(@Nullable Path file) throws IOException {
    return new SystemFile(
        file == null ? Writer.nullWriter() : new BufferedWriter(Files.newBufferedWriter(file)));
  }

  void timexes(String doc, List<TimexSpan> timexes) throws IOException {
    var line = mapper.createObjectNode().put("doc", doc);
    var array = line.putArray("timex");
    for (var timex : timexes) {
      array
          .addObject()
          .put("start", timex.start())
          .put("end", timex.end())
          .put("type", timex.type())
          .put("value", timex.value());
    }
    write(line);
  }

  void entities(String doc, Collection<EntitySpan> entities) throws IOException {
    var line = mapper.createObjectNode().put("doc", doc);
    var array = line.putArray("entities");
    for (var entity : entities) {
      array
          .addObject()
          .put("start", entity.start())
          .put("end", entity.end())
          .put("type", entity.type());
    }
    write(line);
  }

  private void write(ObjectNode line) throws IOException {
    writer.write(mapper.writeValueAsString(line));
    writer.write('\n');
  }

  /** A sentence with one token a line; a mention that does not fit the tokens cannot be written. */
  void sentence(List<String> tokens, Collection<EntitySpan> entities) throws IOException {
    var tags = new String[tokens.size()];
    for (var entity : entities) {
      for (int i = entity.start(); i < Math.min(entity.end(), tags.length); i++) {
        tags[i] = (i == entity.start() ? "B-" : "I-") + entity.type();
      }
    }
    for (int i = 0; i < tags.length; i++) {
      writer.write(tokens.get(i) + "\t" + (tags[i] == null ? "O" : tags[i]) + "\n");
    }
    writer.write('\n');
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
