package org.copytaster.enrich.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Life;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class EditorNotesTest {

  private final EditorNotes notes = EditorNotes.load();

  @ParameterizedTest(name = "{2} -> {0} {1}")
  @CsvFileSource(resources = "editor-notes-cases.tsv", delimiter = '\t')
  void aNoteIsReadAsEditorsMeanIt(PubStatus status, boolean embargo, String note) {
    var article = Article.newBuilder().setGuid("g").setEdNote(note).build();

    var judged = notes.withStatus(article);

    assertThat(judged.getPubStatus()).isEqualTo(status);
    assertThat(judged.getEmbargoUnread() || judged.getEmbargoed() != null).isEqualTo(embargo);
  }

  @Test
  void whatADeskJudgedStands() {
    var life = new Life("publish", "none", null, List.of(), Map.of());
    var article = Article.newBuilder().setGuid("g").setEdNote("Kill").setLife(life).build();

    assertThat(notes.withStatus(article)).isSameAs(article);
  }

  /** Nobody knows here when it came, so that its hour is of no day. */
  @Test
  void anHourOfNoDayHolds() {
    var article = Article.newBuilder().setGuid("g").setEdNote("Embargo: 10 a.m. EST").build();

    assertThat(notes.withStatus(article).getEmbargoUnread()).isTrue();
  }
}
