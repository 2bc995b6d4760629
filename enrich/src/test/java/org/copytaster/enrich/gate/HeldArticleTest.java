package org.copytaster.enrich.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.copytaster.schemas.record.HeldCause;
import org.junit.jupiter.api.Test;

class HeldArticleTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void whatIsWrittenIsRead() {
    var held =
        new HeldArticle(7, TRACE, new HoldNote(3, HeldCause.HOLD_BY, "ed"), "abc".getBytes(UTF_8));

    var read = read(HeldArticle.serde().serializer().serialize("", held));

    assertThat(read.releaseAt()).isEqualTo(7);
    assertThat(read.trace()).isEqualTo(TRACE);
    assertThat(read.note()).isEqualTo(held.note());
    assertThat(read.article()).isEqualTo(held.article());
  }

  @Test
  void whatAnEarlierReleaseHasWrittenIsRead() {
    var bytes =
        ByteBuffer.allocate(10 + TRACE.length() + 3)
            .putLong(HeldArticle.NEVER)
            .putShort((short) TRACE.length())
            .put(TRACE.getBytes(UTF_8))
            .put("abc".getBytes(UTF_8))
            .array();

    var read = read(bytes);

    assertThat(read.note()).isEqualTo(new HoldNote(HoldNote.UNKNOWN, HeldCause.UNREAD, null));
    assertThat(read.trace()).isEqualTo(TRACE);
    assertThat(read.article()).isEqualTo("abc".getBytes(UTF_8));
  }

  @Test
  void doneActsAreReadAsTheyWereWritten() {
    var serde = DoneActs.serde();
    for (var done :
        List.of(
            DoneActs.NONE,
            new DoneActs("1 hash", null, List.of("a", "b")),
            new DoneActs("", new KeptAct(1, 2, null, "the desk"), List.of("a")),
            new DoneActs("", new KeptAct(1, HeldArticle.NEVER, 3, ""), List.of()))) {
      var bytes = serde.serializer().serialize("", done);
      assertThat(serde.deserializer().deserialize("", bytes)).isEqualTo(done);
    }
  }

  private static HeldArticle read(byte[] bytes) {
    return HeldArticle.serde().deserializer().deserialize("", bytes);
  }
}
