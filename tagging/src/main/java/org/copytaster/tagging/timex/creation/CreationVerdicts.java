package org.copytaster.tagging.timex.creation;

import static org.copytaster.tagging.timex.DocumentTime.daysBetween;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.copytaster.tagging.timex.creation.CreationCandidate.Method;
import org.copytaster.tagging.timex.creation.CreationCandidate.Verdict;
import org.copytaster.tagging.timex.creation.CreationFlaws.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Decides about candidates: a given field wins; else what the article says of itself in full, in
 * its head or as a page to machines; else each is weighed against the text and is INFERRED at most.
 */
final class CreationVerdicts {

  private static final long WEEK = 7;
  private static final long NEAR = 2;
  private static final double DATELINE = 0.9;
  private static final double PUBLISHED = 0.85;
  private static final double UPDATED = 0.8;
  private static final double DISPUTED = 0.75;

  /** An update long after the first version keeps the weekdays of that one. */
  private static final double UPDATED_ON_ANOTHER_DAY = 0.6;

  /** What a candidate is worth by where it stands, once something agrees with it. */
  private static final Map<Method, Double> START =
      Map.of(
          Method.JSON_LD, 0.3,
          Method.OPEN_GRAPH, 0.3,
          Method.META, 0.3,
          Method.FIRST_CREATED, 0.3,
          Method.TIME, 0.3,
          Method.URL, 0.3,
          Method.DATELINE, 0.1);

  /** A source knows when it made the first version; this one may be of a later day. */
  private static final double FIRST_CREATED_ALONE = 0.6;

  private final List<CreationClue> clues;
  private final Supplier<CreationEvidence> evidence;
  private final CreationFlaws flaws;

  private CreationVerdicts(
      List<CreationClue> clues, CreationFlaws flaws, Supplier<CreationEvidence> evidence) {
    this.clues = clues;
    this.flaws = flaws;
    this.evidence = evidence;
  }

  /** The candidates in the order of the clues; the evidence is only looked for where it matters. */
  static List<CreationCandidate> of(
      List<CreationClue> clues, Bounds bounds, Supplier<CreationEvidence> evidence) {
    return new CreationVerdicts(clues, new CreationFlaws(clues, bounds), evidence).decide();
  }

  private List<CreationCandidate> decide() {
    var given = of(Method.GIVEN).or(() -> of(Method.VERSION_CREATED));
    if (given.isPresent()) {
      var winner = given.get();
      var because =
          winner.method() == Method.GIVEN ? "a time was given" : "versionCreated was given";
      return clues.stream()
          .map(
              clue ->
                  clue.equals(winner)
                      ? clue.decided(Verdict.ACCEPTED, 1, because)
                      : clue.refused(
                          flaws
                              .impossible(clue)
                              .orElseGet(() -> distant(because, clue.day(), winner.day()))))
          .toList();
    }
    var known = evidence.get();
    var own = own(known);
    return own == null ? weighed(known) : accepted(own, known);
  }

  /** What the head of the article says: one day, or two of which one goes before the other. */
  private @Nullable CreationClue own(CreationEvidence known) {
    var own =
        clues.stream()
            .filter(clue -> clue.own() && flaws.of(clue).isEmpty())
            .filter(clue -> clue.method() == Method.DATELINE || known.against(clue.day()).isEmpty())
            .sorted(Comparator.comparingInt(CreationClue::rank))
            .toList();
    if (own.isEmpty()) {
      return null;
    }
    var first = own.get(0);
    boolean agree =
        own.stream()
            .filter(clue -> clue.rank() == first.rank())
            .allMatch(clue -> daysBetween(clue.day(), first.day()) <= NEAR);
    return agree && !outweighed(first, known) ? first : null;
  }

  /**
   * Whether the text bears out another day that the article has of itself, and not this one, which
   * only machines read: then a page was made anew, or took its date from elsewhere.
   */
  private boolean outweighed(CreationClue winner, CreationEvidence known) {
    return winner.method().meta()
        && known.tellsOfAnotherDay(winner.day())
        && clues.stream()
            .filter(clue -> isRival(clue) && daysBetween(clue.day(), winner.day()) > NEAR)
            .anyMatch(clue -> known.tellsOf(clue.day()));
  }

  private boolean isRival(CreationClue clue) {
    boolean ofThisArticle =
        clue.own() || clue.method() == Method.URL || clue.method() == Method.FIRST_CREATED;
    return ofThisArticle && flaws.of(clue).isEmpty();
  }

  private List<CreationCandidate> accepted(CreationClue winner, CreationEvidence known) {
    double sure = sure(winner, known);
    return clues.stream()
        .map(
            clue ->
                clue.equals(winner)
                    ? clue.decided(Verdict.ACCEPTED, sure, head(clue))
                    : clue.refused(beside(clue, winner, known)))
        .toList();
  }

  private double sure(CreationClue winner, CreationEvidence known) {
    if (winner.again()) {
      return known.tellsOfAnotherDay(winner.day()) ? UPDATED_ON_ANOTHER_DAY : UPDATED;
    }
    boolean disputed =
        clues.stream()
            .filter(clue -> winner.method().meta() ? isRival(clue) : clue.own())
            .filter(clue -> flaws.impossible(clue).isEmpty())
            .anyMatch(clue -> daysBetween(clue.day(), winner.day()) > NEAR);
    boolean strange = winner.method().meta() && known.tellsOfAnotherDay(winner.day());
    if (disputed || strange) {
      return DISPUTED;
    }
    return winner.method() == Method.DATELINE ? DATELINE : PUBLISHED;
  }

  private static String head(CreationClue clue) {
    return switch (clue.method()) {
      case DATELINE -> "the head of the article has a full date";
      case UPDATED_LINE ->
          "the head of the article says when it was " + (clue.again() ? "updated" : "published");
      default -> "the page says in its " + clue.method().label() + " when it was published";
    };
  }

  private String beside(CreationClue clue, CreationClue winner, CreationEvidence known) {
    var because = "the " + winner.method().label() + " was taken";
    var impossible = flaws.impossible(clue);
    if (impossible.isPresent()) {
      return impossible.get();
    }
    if (isUpdate(clue) && daysBetween(clue.day(), winner.day()) > NEAR) {
      return distant(because, clue.day(), winner.day())
          + "; an update seldom rewrites the weekdays of a text";
    }
    return flaws
        .of(clue)
        .or(() -> clue.own() ? known.against(clue.day()) : Optional.empty())
        .orElseGet(() -> distant(because, clue.day(), winner.day()));
  }

  /** An update that may be one: not a page's that is older than the page. */
  private boolean isUpdate(CreationClue clue) {
    return clue.again() && (clue.own() || flaws.of(clue).isEmpty());
  }

  private List<CreationCandidate> weighed(CreationEvidence known) {
    var weights = clues.stream().map(clue -> weighed(clue, known)).toList();
    var best =
        weights.stream()
            .filter(candidate -> candidate.verdict() == Verdict.INFERRED)
            .min(CreationCandidate.SUREST_FIRST);
    return best.isEmpty()
        ? weights
        : weights.stream().map(candidate -> unlessFar(candidate, best.get())).toList();
  }

  private CreationCandidate weighed(CreationClue clue, CreationEvidence known) {
    var flaw = flaws.of(clue);
    if (flaw.isPresent()) {
      return clue.refused(flaw.get());
    }
    var others = clues.stream().filter(this::mayAgree).toList();
    var weight = known.weigh(clue, START.getOrDefault(clue.method(), 0.0), others);
    var reasons = String.join("; ", weight.reasons());
    if (weight.against()) {
      return clue.refused(reasons);
    }
    if (clue.method() == Method.FIRST_CREATED) {
      double sure = Math.max(FIRST_CREATED_ALONE, weight.confidence());
      var first = "the first version was made then";
      return clue.decided(
          Verdict.INFERRED, sure, reasons.isEmpty() ? first : first + "; " + reasons);
    }
    return weight.confidence() == 0
        ? clue.refused(unlike(clue) + "nothing else agrees with it")
        : clue.decided(Verdict.INFERRED, weight.confidence(), reasons);
  }

  /** Why the page's own word is not enough. */
  private static String unlike(CreationClue clue) {
    if (clue.beforeTheWeb()) {
      return "it is older than the web, and ";
    }
    return clue.again() && clue.method() != Method.UPDATED_LINE
        ? "it says when the page was changed, and "
        : "";
  }

  /** An embargo is never taken, yet it is set near the day of writing. */
  private boolean mayAgree(CreationClue other) {
    return other.method() == Method.EMBARGO || flaws.of(other).isEmpty();
  }

  /** Two that are days apart cannot both be right; the surer one stays. */
  private static CreationCandidate unlessFar(CreationCandidate candidate, CreationCandidate best) {
    var day = CreationDay.of(candidate.method(), candidate.value());
    var bestDay = CreationDay.of(best.method(), best.value());
    return candidate.verdict() != Verdict.INFERRED || daysBetween(day, bestDay) <= NEAR
        ? candidate
        : new CreationCandidate(
            candidate.value(),
            candidate.method(),
            Verdict.REFUSED,
            0,
            best.method().label() + " says " + bestDay + " and more agrees with that");
  }

  private Optional<CreationClue> of(Method method) {
    return clues.stream()
        .filter(clue -> clue.method() == method && flaws.impossible(clue).isEmpty())
        .findFirst();
  }

  private static String distant(String because, LocalDate day, LocalDate taken) {
    long days = ChronoUnit.DAYS.between(taken, day);
    return Math.abs(days) <= WEEK
        ? because
        : because
            + ", and this is %d days %s".formatted(Math.abs(days), days < 0 ? "earlier" : "later");
  }
}
