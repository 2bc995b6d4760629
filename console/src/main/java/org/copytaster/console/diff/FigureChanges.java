package org.copytaster.console.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.copytaster.console.diff.Alignment.Gap;
import org.copytaster.console.diff.ComparedSentences.Sentence;
import org.copytaster.console.diff.Figures.Figure;
import org.jspecify.annotations.Nullable;

/** Numbers that are others now: "12 dead" that became "15 dead". */
final class FigureChanges {

  /** Among so many changes the same one is looked for. */
  private static final int MOST = 200;

  private final Function<Sentence, List<Figure>> before;
  private final Function<Sentence, List<Figure>> after;
  private final Set<FigureChange> changes = new LinkedHashSet<>();

  /**
   * Says how the figures of a sentence are found.
   *
   * @param before in the version before
   * @param after in the one after it
   */
  FigureChanges(Function<Sentence, List<Figure>> before, Function<Sentence, List<Figure>> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * A change: of a figure that went {@code to} is null, of one that came {@code from}.
   *
   * @param about what is counted; may be empty
   */
  record FigureChange(@Nullable String from, @Nullable String to, String about) {}

  /** Of sentences that are worded otherwise, and of those that went against those that came. */
  List<FigureChange> of(List<SentenceChanges.SentenceChange> sentences) {
    var gone = new ArrayList<Figure>();
    var come = new ArrayList<Figure>();
    for (var sentence : sentences) {
      var from = sentence.from() == null ? List.<Figure>of() : before.apply(sentence.from());
      var to = sentence.to() == null ? List.<Figure>of() : after.apply(sentence.to());
      if (sentence.from() != null && sentence.to() != null) {
        pair(from, to);
      } else {
        gone.addAll(from);
        come.addAll(to);
      }
    }
    recount(gone, come);
    return changes.stream().filter(this::saysMost).toList();
  }

  /** The same change is told once: where it is known what is counted, with that. */
  private boolean saysMost(FigureChange change) {
    return !change.about().isEmpty()
        || changes.stream()
            .limit(MOST)
            .noneMatch(
                other ->
                    !other.about().isEmpty()
                        && Objects.equals(other.from(), change.from())
                        && Objects.equals(other.to(), change.to()));
  }

  private void pair(List<Figure> from, List<Figure> to) {
    var alignment = Alignment.of(values(from), values(to));
    for (var gap : alignment.gaps(to.size())) {
      gap(from, to, gap);
    }
  }

  private static List<String> values(List<Figure> figures) {
    return figures.stream().map(figure -> figure.value().toPlainString()).toList();
  }

  /** As many on both sides are pairs in their order; else those are that count the same. */
  private void gap(List<Figure> from, List<Figure> to, Gap gap) {
    var left = new ArrayList<>(from.subList(gap.begin(), gap.end()));
    var right = new ArrayList<>(to.subList(gap.afterBegin(), gap.afterEnd()));
    if (left.size() == right.size()) {
      for (int i = 0; i < left.size(); i++) {
        changed(left.get(i), right.get(i));
      }
      return;
    }
    for (var one : left) {
      var other =
          right.stream()
              .filter(each -> !each.about().isEmpty() && each.about().equals(one.about()))
              .findFirst();
      if (other.isPresent()) {
        right.remove(other.get());
        changed(one, other.get());
      } else {
        changes.add(new FigureChange(one.surface(), null, one.about()));
      }
    }
    right.forEach(each -> changes.add(new FigureChange(null, each.surface(), each.about())));
  }

  /** What is counted once in all that went and once in all that came was counted again. */
  private void recount(List<Figure> gone, List<Figure> come) {
    var counted = byAbout(come);
    byAbout(gone)
        .forEach(
            (about, figures) -> {
              var others = counted.getOrDefault(about, List.of());
              if (!about.isEmpty() && figures.size() == 1 && others.size() == 1) {
                changed(figures.get(0), others.get(0));
              }
            });
  }

  private static Map<String, List<Figure>> byAbout(List<Figure> figures) {
    return figures.stream()
        .collect(Collectors.groupingBy(Figure::about, LinkedHashMap::new, Collectors.toList()));
  }

  private void changed(Figure from, Figure to) {
    if (from.value().compareTo(to.value()) != 0) {
      var about = to.about().isEmpty() ? from.about() : to.about();
      changes.add(new FigureChange(from.surface(), to.surface(), about));
    }
  }
}
