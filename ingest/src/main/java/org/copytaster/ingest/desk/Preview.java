package org.copytaster.ingest.desk;

import java.util.List;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.schemas.Wording;
import org.copytaster.schemas.record.Article;
import org.jspecify.annotations.Nullable;

/**
 * What one item of some copy would become.
 *
 * @param article as read, or null if there is none
 * @param notText what it is if it holds no text, else null
 * @param problems why it would be refused; empty if it would not
 */
public record Preview(
    @Nullable Article article, @Nullable String notText, List<FieldProblem> problems) {

  public Preview {
    notText = notText == null ? null : Wording.plain(notText, Wording.LONGEST_REASON);
    problems = FieldProblem.few(problems);
  }

  static Preview refused(String reason) {
    return new Preview(null, null, List.of(new FieldProblem("", reason)));
  }
}
