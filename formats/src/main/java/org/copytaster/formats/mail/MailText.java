package org.copytaster.formats.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.markup.BrokenLines;
import org.copytaster.formats.markup.Markup;
import org.copytaster.formats.text.Decoding;
import org.jspecify.annotations.Nullable;

/** The running text of a mail: its text parts in their order, of alternatives the richest. */
final class MailText {

  private static final int DEEPEST = 20;
  private static final int MOST_PARTS = 200;

  private static final Pattern SIGNATURE = Pattern.compile("(?:^|\\n)-- ?\\n");
  private static final Pattern FLOWED = Pattern.compile("(?i)format *= *\"?flowed");
  private static final Pattern FLOWS = Pattern.compile("(?<=\\S) +\\n(?=\\S)");

  private final Draft draft;
  private int parts;
  private final BodyBuilder paragraphs = new BodyBuilder();

  MailText(Draft draft) {
    this.draft = draft;
  }

  BodyBuilder paragraphs() {
    return paragraphs;
  }

  void read(Entity entity) throws IOException {
    read(entity, 0);
  }

  private void read(Entity entity, int depth) throws IOException {
    var body = entity.getBody();
    parts++;
    if (parts > MOST_PARTS) {
      draft.repair("mail:too-many-parts");
    } else if (depth > DEEPEST) {
      draft.repair("mail:parts-nested-too-deep");
    } else if (attached(entity)) {
      var name = entity.getFilename();
      draft.extra("attachment", name == null ? entity.getMimeType() : name);
    } else if (body instanceof Multipart parts) {
      if ("alternative".equalsIgnoreCase(parts.getSubType())) {
        alternative(parts, depth);
      } else {
        for (var part : parts.getBodyParts()) {
          read(part, depth + 1);
        }
      }
    } else if (body instanceof Message message) {
      read(message, depth + 1);
    } else if (body instanceof SingleBody single) {
      text(entity, single);
    }
  }

  private static boolean attached(Entity entity) {
    var type = type(entity);
    boolean text = type.equals("text/plain") || type.equals("text/html") || entity.isMultipart();
    return "attachment".equalsIgnoreCase(entity.getDispositionType())
        || !(text || type.equals("message/rfc822"));
  }

  private static String type(Entity entity) {
    var type = entity.getMimeType();
    return type == null ? "text/plain" : type.toLowerCase(Locale.ROOT);
  }

  /** The last one that says something: by RFC 2046 they grow richer. */
  private void alternative(Multipart parts, int depth) throws IOException {
    var bodyParts = parts.getBodyParts();
    int before = paragraphs.text().length();
    for (int i = bodyParts.size() - 1; i >= 0 && paragraphs.text().length() == before; i--) {
      read(bodyParts.get(i), depth + 1);
    }
  }

  private void text(Entity entity, SingleBody body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    boolean html = type(entity).equals("text/html");
    var read = Decoding.ofLabelled(bytes.toByteArray(), label(entity), html);
    read.repairs().forEach(draft::repair);
    if (html) {
      Markup.into(paragraphs, Markup.html(read.text()));
      return;
    }
    plain(read.text().replace("\r", ""), flowed(entity));
  }

  /** Text down to the signature, which two hyphens and a blank begin. */
  private void plain(String text, boolean flowed) {
    var signature = SIGNATURE.matcher(text);
    var story = text;
    if (signature.find() && !text.substring(0, signature.start()).isBlank()) {
      draft.extra("signature", text.substring(signature.end()));
      story = text.substring(0, signature.start());
    }
    BrokenLines.into(paragraphs, flowed ? FLOWS.matcher(story).replaceAll(" ") : story);
  }

  /** Whether a blank at the end of a line says that it goes on (RFC 3676). */
  private static boolean flowed(Entity entity) {
    var field = entity.getHeader().getField("Content-Type");
    return field != null && field.getBody() != null && FLOWED.matcher(field.getBody()).find();
  }

  /** The charset as it is declared, known or not; mime4j's own default is nobody's word. */
  private static @Nullable String label(Entity entity) {
    var field = entity.getHeader().getField("Content-Type");
    var body = field == null ? null : field.getBody();
    return body == null || !body.toLowerCase(Locale.ROOT).contains("charset")
        ? null
        : entity.getCharset();
  }
}
