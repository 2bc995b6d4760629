package org.copytaster.formats.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Digests;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Subject;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail (RFC 5322, MIME). The richer of alternative parts is the body; attachments are named in
 * {@code extra}. A file of many messages (mbox) is not one.
 */
public final class MailFormat implements ArticleFormat {

  private static final int MOST_HEADERS = 2_000;
  private static final List<String> URGENCIES = List.of("1", "3", "5", "6", "8");
  private static final int LONGEST_LINE = 1_000_000;

  private static final Pattern FIELDS =
      Pattern.compile("\\A\\s*+(?:[!-9;-~]{1,76}:[^\\n]*+\\n(?:[ \\t]++[^\\n]*+\\n)*+){2,}");
  private static final Pattern SURE =
      Pattern.compile(
          "(?im)^(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-Type"
              + "|Date|From|Subject):");
  private static final Pattern KILL =
      Pattern.compile(
          "^[\\W_]*(?i:(?:(?:mandatory|bulletin|urgent|story) )*kill)(?:[^\\w ]|$)|^[\\W_]*KILL\\b");

  /** Each level of parts within parts has one; the library's stack has to bear them all. */
  private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary[\\t ]*=");

  private static final int MOST_NESTED = 200;
  private static final Set<String> TAKEN =
      Set.of("message-id", "date", "from", "subject", "keywords", "content-language");

  /** What only tells how the message travelled. */
  private static final Pattern TRAVEL =
      Pattern.compile(
          "(?i)(?:received|return-path|delivered-to|dkim-.*|arc-.*|authentication-results|mime-.*"
              + "|content-.*|x-(?!priority$).*)");

  @Override
  public FormatSigns signs() {
    return new FormatSigns("email", List.of("message/rfc822"), List.of(".eml"));
  }

  /**
   * Two header fields or more at the start, three of which only mail has beside each other: prose
   * with colons has not.
   */
  @Override
  public boolean recognises(CopyHead glimpse) {
    var text = glimpse.text();
    if (text.startsWith("From ")) {
      return text.contains("\nReceived:") || text.contains("\nMessage-I");
    }
    var fields = FIELDS.matcher(text);
    return fields.find() && SURE.matcher(fields.group()).results().limit(3).count() == 3;
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var bytes = stripped(copy.bytes());
    if (startsWith(bytes, "From ")) {
      throw new UnreadableCopyException("", "is a mailbox (mbox); messages are read one by one");
    }
    if (BOUNDARY.matcher(new String(bytes, ISO_8859_1)).results().skip(MOST_NESTED).count() > 0) {
      throw new UnreadableCopyException("", "has more than " + MOST_NESTED + " parts within parts");
    }
    var message = parse(bytes);
    var draft = new Draft(copy, List.of());
    var id = bracketed(message.getMessageId());
    draft.guid(id.isEmpty() ? Digests.urn(copy.bytes()) : id);
    try {
      headers(message, draft);
      var text = new MailText(draft);
      text.read(message);
      if (text.paragraphs().isEmpty()) {
        return List.of(new Reading.NotText(id, "a mail without text"));
      }
      draft.body(MailForm.read(text.paragraphs(), draft));
      return List.of(draft.reading());
    } catch (IOException e) {
      throw new UnreadableCopyException("body", "cannot be decoded");
    } finally {
      message.dispose();
    }
  }

  private static Message parse(byte[] bytes) throws UnreadableCopyException {
    var builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        MimeConfig.custom()
            .setMaxLineLen(LONGEST_LINE)
            .setMaxHeaderLen(LONGEST_LINE)
            .setMaxHeaderCount(MOST_HEADERS)
            .build());
    try {
      return builder.parseMessage(new ByteArrayInputStream(bytes));
    } catch (MimeIOException e) {
      throw new UnreadableCopyException(
          "", "is no mail that can be read: its parts are out of bounds");
    } catch (IOException e) {
      throw new UnreadableCopyException("", "is no mail that can be read");
    }
  }

  private static void headers(Message message, Draft draft) {
    draft
        .versionCreated(field(message, "Date"))
        .headline(HeaderText.decoded(field(message, "Subject"), draft))
        .creditline(HeaderText.decoded(field(message, "From"), draft))
        .language(field(message, "Content-Language"));
    for (var keyword : HeaderText.decoded(field(message, "Keywords"), draft).split("[,;]", -1)) {
      if (!keyword.isBlank()) {
        draft.subject(Subject.newBuilder().setName(keyword.strip()).build());
      }
    }
    urgency(message, draft);
    status(draft);
    for (var field : message.getHeader().getFields()) {
      var name = field.getName();
      if (!TAKEN.contains(name.toLowerCase(Locale.ROOT)) && !TRAVEL.matcher(name).matches()) {
        draft.extra(name, HeaderText.decoded(field.getBody(), draft));
      }
    }
  }

  /** A kill that the subject begins with must not be missed, even in a mail without a text. */
  private static void status(Draft draft) {
    var subject = draft.article().getHeadline();
    if (subject == null) {
      return;
    }
    if (KILL.matcher(subject).find()) {
      draft.pubStatus("canceled").signal(Signal.KILL);
    }
  }

  /**
   * How urgent the sender finds it, as IPTC counts: high is 1 to 3, normal is 5. X-Priority counts
   * like IPTC from 1, but ends at 5.
   */
  private static void urgency(Message message, Draft draft) {
    var priority = field(message, "X-Priority").strip();
    var importance = field(message, "Importance").strip().toLowerCase(Locale.ROOT);
    if (priority.matches("[1-5]\\b.*")) {
      draft.urgency(URGENCIES.get(priority.charAt(0) - '1'));
    } else if (importance.equals("high") || importance.equals("low")) {
      draft.urgency(importance.equals("high") ? "1" : "8");
    }
  }

  private static String field(Message message, String name) {
    var field = message.getHeader().getField(name);
    return field == null || field.getBody() == null ? "" : field.getBody();
  }

  private static String bracketed(@Nullable String id) {
    return id == null ? "" : "mid:" + id.strip().replaceAll("^<|>$", "");
  }

  /** Without what stands before the first header: some mailers put blanks there. */
  private static byte[] stripped(byte[] bytes) {
    int begin = 0;
    while (begin < bytes.length && bytes[begin] <= ' ' && bytes[begin] >= 0) {
      begin++;
    }
    return Arrays.copyOfRange(bytes, begin, bytes.length);
  }

  private static boolean startsWith(byte[] bytes, String begin) {
    var head = new String(bytes, 0, Math.min(begin.length(), bytes.length), ISO_8859_1);
    return head.equals(begin);
  }
}
