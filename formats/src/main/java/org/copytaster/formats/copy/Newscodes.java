package org.copytaster.formats.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.copytaster.schemas.record.Subject;
import org.jspecify.annotations.Nullable;

/**
 * IPTC's vocabularies of subjects under one name each: {@code medtop} for the Media Topics, {@code
 * subj} for the Subject Codes, whatever an agency calls them.
 */
final class Newscodes {

  private static final Pattern QCODE = Pattern.compile("([A-Za-z][\\w.-]{0,30}):([^/\\s:][^:]*)");
  private static final Pattern SUBJECT_CODE = Pattern.compile("(?:0[1-9]|1[0-7])\\d{6}");
  private static final Pattern MEDIA_TOPIC = Pattern.compile("(?:0[1-9]|1[0-7])000000|20\\d{6}");
  private static final Pattern ADDRESS = Pattern.compile("(https?://\\S+[/#])([^/#\\s]+)");
  private static final MediaTopics MEDIA_TOPICS = MediaTopics.read();

  private Newscodes() {}

  /**
   * The subject with scheme and code apart, IPTC's schemes by their own names, and the broader
   * codes of a Subject Code, which its digits say, or of a Media Topic, which a table says, unless
   * the copy names its own. A code without any scheme that only IPTC writes so belongs to IPTC's.
   */
  static Subject normal(Subject subject) {
    var code = subject.getCode();
    if (code == null) {
      return subject;
    }
    var scheme = subject.getScheme();
    var qcode = QCODE.matcher(code);
    var address = ADDRESS.matcher(code);
    if (address.matches()) {
      scheme = scheme == null ? address.group(1) : scheme;
      code = address.group(2);
    } else if (qcode.matches() && (scheme == null || scheme.equals(qcode.group(1)))) {
      scheme = qcode.group(1);
      code = qcode.group(2);
    }
    scheme = known(scheme, code);
    return Subject.newBuilder(subject)
        .setScheme(scheme)
        .setCode(code)
        .setParents(subject.getParents().isEmpty() ? parents(scheme, code) : subject.getParents())
        .build();
  }

  private static @Nullable String known(@Nullable String scheme, String code) {
    var name = scheme == null ? "" : scheme.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    if (MEDIA_TOPIC.matcher(code).matches()
        && (name.contains("medtop") || name.contains("mediatopic"))) {
      return "medtop";
    }
    boolean old = SUBJECT_CODE.matcher(code).matches();
    if (old && (name.equals("subj") || name.contains("subjectcode") || name.startsWith("iptc"))) {
      return "subj";
    }
    if (!name.isEmpty()) {
      return scheme;
    }
    boolean top = code.endsWith("000000");
    return top ? scheme : old ? "subj" : code.matches("20\\d{6}") ? "medtop" : scheme;
  }

  private static List<String> parents(@Nullable String scheme, String code) {
    if ("medtop".equals(scheme)) {
      return MEDIA_TOPICS.parents(code);
    }
    var parents = new ArrayList<String>();
    if ("subj".equals(scheme)) {
      if (!code.endsWith("000")) {
        parents.add(code.substring(0, 5) + "000");
      }
      if (!code.endsWith("000000")) {
        parents.add(code.substring(0, 2) + "000000");
      }
    }
    return parents;
  }
}
