package org.copytaster.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DecodingTableTest {

  @TestFactory
  Stream<DynamicTest> bytesAreReadAsTheTableSays() throws IOException {
    return Rows.of("charsets.tsv")
        .map(row -> DynamicTest.dynamicTest(String.join(" ", row), () -> reads(row)));
  }

  private static void reads(List<String> row) {
    var declared = row.get(2).isEmpty() ? null : row.get(2);

    var decoded =
        Decoding.ofLabelled(bytes(row.get(0), row.get(1)), declared, row.get(3).equals("html"));

    assertThat(decoded.text()).isEqualTo(row.get(0));
    assertThat(decoded.method()).isEqualTo(row.get(4));
    assertThat(String.join(" ", decoded.repairs())).isEqualTo(row.get(5));
  }

  private static byte[] bytes(String text, String charset) {
    return charset.endsWith("+bom")
        ? ("\uFEFF" + text).getBytes(Charset.forName(charset.substring(0, charset.length() - 4)))
        : text.getBytes(Charset.forName(charset));
  }
}
