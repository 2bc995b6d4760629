package org.copytaster.tagging.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.copytaster.tagging.timex.moment.Moment;

/** Decides what the words of all places come to together. */
final class Weighing {

  private static final Set<Act> STOPPING =
      EnumSet.of(
          Act.KILL,
          Act.NOUSE,
          Act.WITHHOLD,
          Act.EMBARGO,
          Act.EMBARGO_NOUN,
          Act.EMBARGO_IF,
          Act.EMBARGO_CLOCK,
          Act.EMBARGO_FROM);
  private static final Set<Act> EMBARGOES =
      EnumSet.of(
          Act.EMBARGO, Act.EMBARGO_NOUN, Act.EMBARGO_IF, Act.EMBARGO_CLOCK, Act.EMBARGO_FROM);

  /** Rules of copy that waits for its event: not to be used until then says nothing more. */
  private static final Pattern FOR_RELEASE = Pattern.compile("embargo-(?:hold|obit|nopub)");

  private final Pattern item;
  private final Pattern picture;
  private final Pattern check;
  private final Pattern stays;
  private final Pattern aside;
  private final Pattern unless;
  private final Pattern meanwhile;
  private final Pattern ungiven;
  private final Pattern past;

  Weighing(LifeRules rules) {
    this.item = rules.any("item");
    this.picture = rules.any("picture");
    this.check = rules.any("check");
    this.stays = rules.any("stays");
    this.aside = rules.any("aside");
    this.unless = rules.any("unless");
    this.meanwhile = rules.any("meanwhile");
    this.ungiven = rules.any("ungiven");
    this.past = rules.any("past");
  }

  Judgement weigh(List<Finding> found, Function<Finding, Optional<Moment>> end, Instant received) {
    var acts = new Acts(found);
    acts.drop(f -> STOPPING.contains(f.act()) && aside(f));
    if (acts.has(Act.TEST)) {
      return judgement(Decision.TEST, LifeSignal.TEST, acts.of(Act.TEST));
    }
    acts.drop(f -> f.act() == Act.LIFT && (conditional(f) || !ofCopy(f)));
    for (var lift : acts.of(Act.LIFT)) {
      // behind a label the news begins, whose hours are no end; nor has what was lifted one
      boolean tells = lift.isLabel() || past.matcher(lift.words()).find();
      if (!tells && end.apply(lift).filter(m -> m.at().isAfter(received)).isPresent()) {
        acts.as(lift, Act.MOVED);
      }
    }
    boolean lifted = lift(acts);
    boolean pictureOnly = picture(acts);
    use(acts, end);
    substitute(acts);
    suspend(acts);
    if (acts.has(Act.KILL)) {
      return judgement(Decision.KILL, LifeSignal.KILL, acts.of(Act.KILL));
    }
    if (acts.has(Act.WITHHOLD)) {
      return judgement(Decision.HOLD, LifeSignal.WITHHOLD, acts.of(Act.WITHHOLD));
    }
    var embargo = embargo(acts, end, received);
    if (embargo.isPresent()) {
      return embargo.get();
    }
    return publish(acts, lifted || pictureOnly);
  }

  /**
   * Whether words are no word on the copy: telephone numbers below it are not for publication, and
   * whoever has got a mail in error shall delete it.
   */
  private boolean aside(Finding finding) {
    var segment = finding.segment();
    var said = aside.matcher(segment.text().characters()).region(segment.begin(), segment.end());
    while (said.find()) {
      if (said.start() < finding.end() && finding.begin() < said.end()) {
        return true;
      }
    }
    return false;
  }

  /** What is free again stops nothing any more; what never was embargoed is not told as news. */
  private boolean lift(Acts acts) {
    boolean lifted = acts.has(Act.LIFT);
    for (var lift : acts.of(Act.LIFT)) {
      acts.drop(f -> STOPPING.contains(f.act()) && f.field().equals(lift.field()));
    }
    for (var over : acts.of(Act.OVER)) {
      acts.drop(f -> EMBARGOES.contains(f.act()) && f.field().equals(over.field()));
      lifted &= acts.of(Act.LIFT).stream().anyMatch(f -> f.begin() < over.begin());
    }
    return lifted;
  }

  /** Outside of notes the news lifts embargoes, too; there the sentence must speak of copy. */
  private boolean ofCopy(Finding lift) {
    var segment = lift.segment();
    return segment.kind() == Segment.Kind.NOTE
        || lift.isLabel()
        || segment.field().place() == NoticePlace.SUBJECT
        || item.matcher(segment.text().characters()).region(segment.begin(), segment.end()).find();
  }

  /** Whether words of freedom stand behind an "until": they say when, not that. */
  private boolean conditional(Finding lift) {
    return unless
        .matcher(lift.segment().text().characters())
        .region(lift.segment().begin(), lift.begin())
        .find();
  }

  /** A kill that speaks of a picture and of no text, or of one that stays, stops no text. */
  private boolean picture(Acts acts) {
    boolean pictures = acts.has(Act.PICTURE);
    for (var each : acts.of(Act.PICTURE)) {
      acts.drop(
          f ->
              (f.act() == Act.KILL || f.act() == Act.NOUSE)
                  && f.field().equals(each.field())
                  && (pictured(f) || stays(f)));
    }
    return pictures && !acts.has(Act.KILL);
  }

  /** Whether words are about a picture: "the picture of the story" is one, the other way not. */
  private boolean pictured(Finding kill) {
    var text = item.matcher(kill.words());
    if (!text.find()) {
      return true;
    }
    var shown = picture.matcher(kill.words());
    return shown.find() && shown.start() < text.start();
  }

  /** Whether a sentence has a picture that goes and something that stays. */
  private boolean stays(Finding kill) {
    var segment = kill.segment();
    var words = segment.text().characters();
    return picture.matcher(words).region(segment.begin(), segment.end()).find()
        && stays.matcher(words).region(segment.begin(), segment.end()).find();
  }

  /** Words against use hold what is being checked or has an end, and kill all else. */
  private void use(Acts acts, Function<Finding, Optional<Moment>> end) {
    for (var nouse : acts.of(Act.NOUSE)) {
      var embargoes =
          acts.all().stream()
              .filter(f -> f.field().equals(nouse.field()))
              .filter(
                  f ->
                      f.act() == Act.EMBARGO
                          || (f.act() == Act.EMBARGO_FROM && end.apply(f).isPresent()))
              .toList();
      boolean waits =
          embargoes.stream()
              .anyMatch(f -> meets(f, nouse) || FOR_RELEASE.matcher(f.rule().name()).find());
      var text = nouse.segment().text().characters();
      boolean checked =
          waits
              ? check.matcher(text).region(nouse.end(), nouse.segment().end()).find()
              : check.matcher(text).find();
      boolean event = embargoes.stream().anyMatch(f -> FOR_RELEASE.matcher(f.rule().name()).find());
      if (checked && !event) {
        acts.as(nouse, Act.WITHHOLD);
      } else if (embargoes.isEmpty()) {
        acts.as(nouse, waitsForEvent(acts, nouse) ? Act.EMBARGO : Act.KILL);
      }
    }
  }

  /** Whether words against use go on with what has to happen before. */
  private static boolean waitsForEvent(Acts acts, Finding nouse) {
    return acts.of(Act.EMBARGO_FROM).stream()
        .anyMatch(f -> f.rule().name().startsWith("embargo-before") && meets(f, nouse));
  }

  /** What is to be taken down for now is held. */
  private void suspend(Acts acts) {
    for (var kill : acts.of(Act.KILL)) {
      var segment = kill.segment();
      var words = meanwhile.matcher(segment.text().characters());
      if (words.region(segment.begin(), segment.end()).find()) {
        acts.as(kill, Act.WITHHOLD);
      }
    }
  }

  private static boolean meets(Finding one, Finding other) {
    return one.segment().text() == other.segment().text()
        && one.begin() < other.end()
        && other.begin() < one.end();
  }

  private void substitute(Acts acts) {
    for (var each : acts.all()) {
      boolean given = each.act() == Act.SUBSTITUTE || each.rule().name().startsWith("replace");
      if (given
          && !ungiven(each)
          && acts.of(Act.KILL).stream().anyMatch(f -> f.field().equals(each.field()))) {
        acts.drop(f -> f.act() == Act.KILL && f.field().equals(each.field()));
        acts.as(each, Act.CORRECTION);
      }
    }
  }

  /** Whether the words say that no good text will come. */
  private boolean ungiven(Finding given) {
    var segment = given.segment();
    return ungiven
        .matcher(segment.text().characters())
        .region(segment.begin(), given.begin())
        .find();
  }

  private static Optional<Judgement> embargo(
      Acts acts, Function<Finding, Optional<Moment>> end, Instant received) {
    var read = new ArrayList<Moment>();
    var because = new ArrayList<Judgement.Because>();
    boolean speaks = false;
    for (var each : acts.all()) {
      if (!EMBARGOES.contains(each.act()) && each.act() != Act.MOVED) {
        continue;
      }
      var moment = outdated(each, acts, end) ? Optional.<Moment>empty() : end.apply(each);
      moment.ifPresent(read::add);
      speaks |= each.act() == Act.EMBARGO || (each.act() == Act.MOVED && moment.isPresent());
      if (each.act() == Act.EMBARGO || moment.isPresent()) {
        because.add(each.because(moment.map(Moment::end).orElse(each.end())));
      }
    }
    var last = read.stream().map(Moment::at).max(Instant::compareTo);
    if (last.isEmpty() && !speaks) {
      return Optional.empty();
    }
    if (last.isPresent() && !last.get().isAfter(received)) {
      return Optional.empty();
    }
    var distinct = because.stream().distinct().toList();
    return Optional.of(
        last.isPresent()
            ? new Judgement(Decision.HOLD_UNTIL, beside(acts), last.get(), distinct)
            : new Judgement(Decision.HOLD, beside(acts), null, distinct));
  }

  /** Whether the same words give an embargo another end: what they say besides was the old one. */
  private static boolean outdated(
      Finding embargo, Acts acts, Function<Finding, Optional<Moment>> end) {
    return embargo.act() != Act.MOVED
        && acts.of(Act.MOVED).stream()
            .anyMatch(moved -> meets(moved, embargo) && end.apply(moved).isPresent());
  }

  /** What an embargoed version is besides. */
  private static LifeSignal beside(Acts acts) {
    if (acts.has(Act.MOVED)) {
      return LifeSignal.ADVISORY;
    }
    return acts.of(Act.CORRECTION).isEmpty() ? LifeSignal.NONE : LifeSignal.CORRECTION;
  }

  private static Judgement publish(Acts acts, boolean advisory) {
    if (advisory) {
      var because = new ArrayList<>(acts.of(Act.LIFT));
      because.addAll(acts.of(Act.PICTURE));
      return judgement(Decision.PUBLISH, LifeSignal.ADVISORY, because);
    }
    if (acts.has(Act.CORRECTION)) {
      return judgement(Decision.PUBLISH, LifeSignal.CORRECTION, acts.of(Act.CORRECTION));
    }
    boolean labelled = acts.of(Act.ADVISORY).stream().anyMatch(Finding::isLabel);
    if (acts.has(Act.UPDATE) && !labelled) {
      return judgement(Decision.PUBLISH, LifeSignal.UPDATE, acts.of(Act.UPDATE));
    }
    if (acts.has(Act.ADVISORY)) {
      return judgement(Decision.PUBLISH, LifeSignal.ADVISORY, acts.of(Act.ADVISORY));
    }
    return judgement(Decision.PUBLISH, LifeSignal.NONE, acts.of(Act.OVER));
  }

  private static Judgement judgement(Decision decision, LifeSignal signal, List<Finding> because) {
    return new Judgement(decision, signal, null, Careful.reasons(because));
  }

  /** The findings that still stand. */
  private static final class Acts {

    private final List<Finding> standing;

    Acts(List<Finding> found) {
      this.standing = new ArrayList<>(found);
    }

    List<Finding> all() {
      return List.copyOf(standing);
    }

    List<Finding> of(Act act) {
      return standing.stream().filter(f -> f.act() == act).toList();
    }

    boolean has(Act act) {
      return standing.stream().anyMatch(f -> f.act() == act);
    }

    void drop(Predicate<Finding> which) {
      standing.removeIf(which);
    }

    /** The same words, taken for another act. */
    void as(Finding finding, Act act) {
      standing.remove(finding);
      standing.add(
          new Finding(finding.rule().as(act), finding.segment(), finding.begin(), finding.end()));
    }
  }
}
