package org.copytaster.tagging.entity.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.TokenTags;
import org.copytaster.tagging.text.Table;

/**
 * Brings the labels of other sets to the convention of CoNLL 2003 (Tjong Kim Sang and De Meulder,
 * Introduction to the CoNLL-2003 Shared Task, CoNLL 2003): a demonym is MISC wherever it stands
 * alone, "Nairobi, Kenya" is two places, and an article in small letters is no part of a name.
 */
final class ConllConvention {

  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  private final Set<String> demonyms;

  private ConllConvention(Set<String> demonyms) {
    this.demonyms = demonyms;
  }

  /** The convention, with the demonyms beside this class. */
  static ConllConvention read() {
    var rows = Table.read(EntityType.class, "nationals.tsv").rows();
    return new ConllConvention(
        rows.stream().map(row -> row.get(0)).collect(Collectors.toUnmodifiableSet()));
  }

  /** The mentions of a sentence as CoNLL 2003 would have them. */
  List<TokenTags.Stretch> of(String[] words, List<TokenTags.Stretch> mentions) {
    var mapped = new ArrayList<TokenTags.Stretch>();
    var named = new boolean[words.length];
    for (var mention : mentions) {
      Arrays.fill(named, mention.begin(), mention.end(), true);
      boolean article =
          mention.end() > mention.begin() + 1 && ARTICLES.contains(words[mention.begin()]);
      int begin = mention.begin() + (article ? 1 : 0);
      mapped.addAll(parts(words, new TokenTags.Stretch(begin, mention.end(), mention.type())));
    }
    for (int i = 0; i < words.length; i++) {
      if (!named[i] && demonyms.contains(words[i])) {
        mapped.add(new TokenTags.Stretch(i, i + 1, EntityType.MISC));
      }
    }
    return mapped;
  }

  private List<TokenTags.Stretch> parts(String[] words, TokenTags.Stretch mention) {
    boolean demonym =
        mention.end() == mention.begin() + 1 && demonyms.contains(words[mention.begin()]);
    if (mention.type() != EntityType.LOC) {
      return List.of(mention);
    }
    if (demonym) {
      return List.of(new TokenTags.Stretch(mention.begin(), mention.end(), EntityType.MISC));
    }
    var parts = new ArrayList<TokenTags.Stretch>();
    int begin = mention.begin();
    for (int i = begin + 1; i < mention.end() - 1; i++) {
      if (words[i].equals(",") && i > begin) {
        parts.add(new TokenTags.Stretch(begin, i, EntityType.LOC));
        begin = i + 1;
      }
    }
    parts.add(new TokenTags.Stretch(begin, mention.end(), EntityType.LOC));
    return parts;
  }
}
