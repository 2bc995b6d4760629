package org.copytaster.ingest.format;

import java.util.List;
import org.copytaster.schemas.record.Article;

/** A way in which copy is written. */
public interface ArticleFormat {

  /** The media types that it reads, in lower case and without parameters. */
  List<String> mediaTypes();

  /** How file names of this format end, with the dot. */
  String ending();

  /**
   * The article that the copy holds, as far as the copy itself says.
   *
   * @throws UnreadableCopy if the copy does not follow the format
   */
  Article.Builder read(Copy copy) throws UnreadableCopy;
}
