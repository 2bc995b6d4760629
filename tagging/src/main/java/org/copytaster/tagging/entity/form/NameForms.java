package org.copytaster.tagging.entity.form;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.copytaster.tagging.entity.find.Gazetteer;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;
import org.copytaster.tagging.text.Token;

/** Mends what a model found in one document where the form of a name leaves no doubt. */
public final class NameForms {

  private final NoNames none;
  private final List<NameForm> forms;

  private NameForms(NameCues cues, Gazetteer gazetteer) {
    this.none = new NoNames(cues);
    this.forms =
        List.of(
            new Ships(cues, gazetteer),
            new Storms(cues),
            new Campuses(cues),
            new SpacedHyphens(cues),
            new QuotedWorks(cues),
            new Peoples(cues, gazetteer),
            new ApostropheFirms(cues, gazetteer),
            new PersonForms(cues),
            new Parties(cues),
            new Appositions(cues, gazetteer),
            new LetterX(),
            new ResultRows(),
            new TeamPairs(),
            new Shouted(gazetteer));
  }

  /** Reads the sentences of a document for what one of them tells of the others. */
  public static NameForms of(List<List<Token>> sentences, NameCues cues, Gazetteer gazetteer) {
    var forms = new NameForms(cues, gazetteer);
    for (var sentence : sentences) {
      var words = new Words(sentence);
      forms.forms.forEach(form -> form.see(words));
    }
    return forms;
  }

  /**
   * The names of a sentence, in order and apart.
   *
   * @param sentence one of those that it was made of
   * @param found what the model found in it, in order and apart
   */
  public List<Stretch> mended(List<Token> sentence, List<Stretch> found) {
    var taken = none.in(sentence, found);
    var free = without(sentence, found, taken);
    var names = new ArrayList<Stretch>();
    var claimed = new BitSet();
    var words = new Words(sentence);
    for (var form : forms) {
      for (var claim : form.claims(words, free)) {
        if (none(claimed, claim) && none(taken, claim)) {
          names.add(claim);
          claimed.set(claim.begin(), claim.end());
        }
      }
    }
    if (names.isEmpty()) {
      return free;
    }
    names.addAll(without(sentence, free, claimed));
    names.sort(Comparator.comparingInt(Stretch::begin));
    return names;
  }

  private static List<Stretch> without(List<Token> sentence, List<Stretch> all, BitSet taken) {
    return taken.isEmpty()
        ? all
        : all.stream().flatMap(each -> pieces(sentence, each, taken).stream()).toList();
  }

  private static boolean none(BitSet places, Stretch stretch) {
    int next = places.nextSetBit(stretch.begin());
    return next < 0 || next >= stretch.end();
  }

  /** What is left of a stretch: its words with capitals and what is between them. */
  private static List<Stretch> pieces(List<Token> sentence, Stretch stretch, BitSet taken) {
    if (none(taken, stretch)) {
      return List.of(stretch);
    }
    var pieces = new ArrayList<Stretch>();
    int begin = stretch.begin();
    for (int i = begin; i <= stretch.end(); i++) {
      if (i == stretch.end() || taken.get(i)) {
        addPiece(sentence, new Stretch(begin, i, stretch.type()), pieces);
        begin = i + 1;
      }
    }
    return pieces;
  }

  private static void addPiece(List<Token> sentence, Stretch piece, List<Stretch> pieces) {
    int begin = piece.begin();
    int end = piece.end();
    while (begin < end && !sentence.get(begin).capitalised()) {
      begin++;
    }
    while (end > begin && !sentence.get(end - 1).capitalised()) {
      end--;
    }
    if (end > begin) {
      pieces.add(new Stretch(begin, end, piece.type()));
    }
  }
}
