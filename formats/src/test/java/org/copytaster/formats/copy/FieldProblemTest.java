package org.copytaster.formats.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.Test;

class FieldProblemTest {

  @Test
  void aNameIsCutAndMadePlain() {
    var problem = new FieldProblem("a\u0000\u202e" + "b".repeat(1_000), "c".repeat(10_000));

    assertThat(problem.field()).hasSize(40).startsWith("a\\u0000\\u202eb");
    assertThat(problem.reason()).hasSize(300);
  }

  @Test
  void aHundredThousandProblemsAreAFew() {
    var many = Collections.nCopies(100_000, new FieldProblem("x", "is not a field"));

    var few = FieldProblem.few(many);

    assertThat(few).hasSize(17);
    assertThat(few.get(16).sentence()).isEqualTo("the copy has more problems than the first 16");
    assertThat(FieldProblem.few(few)).isEqualTo(few);
    assertThat(FieldProblem.few(many.subList(0, 16))).hasSize(16);
  }

  @Test
  void everyFieldThatIsWrongIsNotKept() {
    var fields = new ArticleFields();
    for (int i = 0; i < 100_000; i++) {
      fields.put(Article.newBuilder(), "k" + i, "v");
    }

    var refused = catchThrowableOfType(UnreadableCopyException.class, fields::check);

    assertThat(refused.problems()).hasSize(17);
    assertThat(refused.sentence().length()).isLessThanOrEqualTo(1_000);
  }
}
