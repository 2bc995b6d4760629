package org.copytaster.benchmarks.peers;

import java.util.List;
import org.copytaster.standalone.evaluate.MentionFinder;
import org.copytaster.tagging.entity.tag.EntityTagger;
import org.copytaster.tagging.entity.tag.ModelTagger;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.ZoneLabeler;

/** Our entities alone, from raw text: zones are labelled, dates are not looked for. */
final class OwnEntities implements MentionFinder {

  private final ZoneLabeler labeler = ZoneLabeler.english();
  private final EntityTagger tagger = ModelTagger.english();

  @Override
  public List<FoundMention> find(String text) {
    return tagger.tag(new Text(text, labeler.label(text, List.of()))).stream()
        .flatMap(entity -> entity.mentions().stream())
        .map(
            mention ->
                new FoundMention(mention.place().begin(), mention.place().end(), mention.type()))
        .toList();
  }
}
