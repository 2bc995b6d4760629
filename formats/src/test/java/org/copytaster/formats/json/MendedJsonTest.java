package org.copytaster.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendedJsonTest {

  private final JsonMapper json = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"a\":\"b\"}~[{\"a\":\"b\"}]",
        "{\"a\":\"b\" \"c\":\"d\"}~[{\"a\":\"b\",\"c\":\"d\"}]",
        "{\"a\":\"he said \"no\" twice\"}~[{\"a\":\"he said \\\"no\\\" twice\"}]",
        "{\"a\":[1,2,],}~[{\"a\":[1,2]}]",
        "{\"a\":{\"b\":1~[{\"a\":{\"b\":1}}]",
        "{\"a\":1}{\"b\":2}~[{\"a\":1},{\"b\":2}]",
        "{a:b,\"c\":undefined}~[{\"a\":\"b\",\"c\":\"undefined\"}]",
        "{\"a\":\"b\"}]]}~[{\"a\":\"b\"}]",
        "{\"a\":~[{\"a\":null}]",
      })
  void whatWasMeantIsRead(String broken, String mended) {
    assertThat(MendedJson.of(broken)).isEqualTo(mended);
  }

  @Test
  void brokenJsonOfAnyLengthIsReadInTimeInProportion() {
    for (var shape : new String[] {"\"a\" ", "{", "\"", "\\\"", "[{\"a\":", ",", "a\" \" ", "}"}) {
      var broken = shape.repeat(1_000_000 / shape.length());

      assertTimeout(Duration.ofSeconds(20), () -> MendedJson.of(broken));
    }
  }

  @Test
  void noNoiseMakesItFail() {
    var random = new Random(3);
    var signs = "{}[]\",:\\ ab1\n&quot;";
    for (int i = 0; i < 20_000; i++) {
      var noise = new StringBuilder();
      for (int at = random.nextInt(40); at >= 0; at--) {
        noise.append(signs.charAt(random.nextInt(signs.length())));
      }

      assertThatCode(() -> MendedJson.of(noise.toString())).doesNotThrowAnyException();
    }
  }

  @Test
  void soundJsonStaysAsItIs() throws Exception {
    var sound = "{\"a\":[{\"b\":\"c, \\\"d\\\": e\"},true,null,-1.5e3]}";

    assertThat(json.readTree(MendedJson.of(sound)).get(0)).isEqualTo(json.readTree(sound));
  }
}
