package org.copytaster.parts.testing;

import java.util.List;
import java.util.Map;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Picture;
import org.copytaster.schemas.record.PublicationDate;
import org.copytaster.schemas.record.Subject;

/** A NUL in each of the places that only JSON holds. */
public enum OddText {
  SUBJECT,
  EXTRA,
  REPAIRS,
  PICTURE,
  DATES,
  FORMAT;

  public EnrichedArticle in(EnrichedArticle enriched) {
    return EnrichedArticle.newBuilder(enriched)
        .setArticle(change(Article.newBuilder(enriched.getArticle())).build())
        .setEngines(Map.of("engine\0", "\0"))
        .build();
  }

  private Article.Builder change(Article.Builder article) {
    return switch (this) {
      case SUBJECT ->
          article.setSubjects(List.of(new Subject("s\0", "20000385", "\0", "\0", List.of("\0"))));
      case EXTRA -> article.setExtra(Map.of("a\0", "\0b"));
      case REPAIRS -> article.setRepairs(List.of("\0"));
      case PICTURE -> article.setPicture(new Picture("\0", "\\\0", "\0\0"));
      case DATES -> article.setPublicationDates(List.of(new PublicationDate("\0", "\0", false)));
      case FORMAT -> article.setFormat("\0").setOriginal("\0");
    };
  }
}
