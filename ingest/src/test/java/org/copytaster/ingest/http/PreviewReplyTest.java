package org.copytaster.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copytaster.ingest.desk.Preview;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Picture;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Subject;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;
import org.junit.jupiter.api.Test;

class PreviewReplyTest {

  @Test
  void articleStandsUnderTheNamesOfItsSchemaWithoutWhatIsNullOrEmptyText() throws Exception {
    assertThat(previewed(full()))
        .isEqualTo(
            """
            {"guid":"g","version":2,"embargoed":"2026-03-03T09:00:00.120Z","embargoUnread":true,\
            "pubStatus":"USABLE","signal":"UPDATE","urgency":4,"subjects":[{"name":"Floods",\
            "type":"subject","parents":[]}],"body":"é 東京","zones":[{"begin":0,"end":1,\
            "zone":"CREDIT","confidence":0.5,"sourceEnd":7}],"publicationDates":[],\
            "picture":{"url":"https://example.org/p"},"repairs":[],"extra":{"a":""},\
            "source":"unknown","receivedAt":"1970-01-01T00:00:00Z"}""");
  }

  private static Article full() {
    return Article.newBuilder()
        .setGuid("g")
        .setVersion(2)
        .setEmbargoed(Instant.parse("2026-03-03T09:00:00.120Z"))
        .setEmbargoUnread(true)
        .setSignal(Signal.UPDATE)
        .setUrgency(4)
        .setHeadline("")
        .setSubjects(List.of(Subject.newBuilder().setName("Floods").setCode("").build()))
        .setBody("é 東京")
        .setZones(List.of(new ZoneSpan(0, 1, Zone.CREDIT, 0.5, null, 7)))
        .setPicture(new Picture("https://example.org/p", null, ""))
        .setExtra(Map.of("a", ""))
        .build();
  }

  private static String previewed(Article article) throws Exception {
    var reply = Replies.of(new Preview(article, null, List.of()));
    return new ObjectMapper().readTree(reply.body()).path("article").toString();
  }
}
