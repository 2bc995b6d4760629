package org.copytaster.enrich.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class EditorNotesTest {

  private final EditorNotes notes = EditorNotes.load();

  @ParameterizedTest(name = "{2} -> {0} {1}")
  @CsvFileSource(resources = "editor-notes-cases.tsv", delimiter = '\t')
  void aNoteIsReadAsEditorsMeanIt(PubStatus status, boolean embargo, String note) {
    var article = Article.newBuilder().setGuid("g").setEdNote(note).build();

    assertThat(notes.withStatus(article).getPubStatus()).isEqualTo(status);
    assertThat(notes.speaksOfEmbargo(article)).isEqualTo(embargo);
  }
}
