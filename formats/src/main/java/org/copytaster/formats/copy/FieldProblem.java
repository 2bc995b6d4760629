package org.copytaster.formats.copy;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.schemas.Wording;

/**
 * What is wrong with one field. Both are cut and made plain here, since both may come from the
 * copy.
 *
 * @param field its name as the source wrote it; empty where the copy as a whole is meant
 * @param reason continues the sentence that begins with the field; never quotes the text
 */
public record FieldProblem(String field, String reason) {

  /** As many as are told; whoever has made more mistakes finds out about the rest later. */
  public static final int MOST = 16;

  private static final FieldProblem MORE =
      new FieldProblem("", "has more problems than the first " + MOST);

  /** Bounds and plains both, whoever wrote them. */
  public FieldProblem {
    field = Wording.plain(field, Wording.LONGEST_NAME);
    reason = Wording.plain(reason, Wording.LONGEST_REASON);
  }

  /** The first of them, and that there are more if there are. */
  public static List<FieldProblem> few(List<FieldProblem> problems) {
    boolean all =
        problems.size() <= MOST || (problems.size() == MOST + 1 && problems.get(MOST).equals(MORE));
    if (all) {
      return List.copyOf(problems);
    }
    var few = new ArrayList<>(problems.subList(0, MOST));
    few.add(MORE);
    return List.copyOf(few);
  }

  /** One sentence for people. */
  public String sentence() {
    return (field.isEmpty() ? "the copy" : field) + " " + reason;
  }
}
