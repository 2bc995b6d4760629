package org.copytaster.ingest.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Every format there is. Readers are costly to make and safe to share, so they are made once. */
public final class ArticleFormats {

  private final List<ArticleFormat> all =
      List.of(new JsonFormat(), new HtmlFormat(), new PlainTextFormat());

  /** The first format that reads {@code mediaType}. */
  public Optional<ArticleFormat> ofMediaType(String mediaType) {
    return first(format -> format.mediaTypes().contains(mediaType));
  }

  /** The first format whose files end as {@code fileName} does. */
  public Optional<ArticleFormat> ofFile(String fileName) {
    return first(format -> fileName.endsWith(format.ending()));
  }

  private Optional<ArticleFormat> first(Predicate<ArticleFormat> fits) {
    return all.stream().filter(fits).findFirst();
  }
}
