package org.copytaster.ingest.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.ingest.desk.Reread.Outcome;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.history.Verdict;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.jspecify.annotations.Nullable;

/** What may become of the items of one original that is read again. */
final class RereadJudge {

  private static final String NEVER_PUBLISHED =
      "the desk did not publish it of this copy, and it is no dead letter that was replayed";

  /**
   * One item.
   *
   * @param name guid and version, empty where there is no article
   * @param article what is to be published, null if nothing is
   */
  record Item(String name, Outcome outcome, String detail, @Nullable Article article) {

    static Item unreadable(String name, List<FieldProblem> problems) {
      return new Item(name, Outcome.UNREADABLE, sentence(problems), null);
    }
  }

  private final Original original;
  private final PublishedArticles published;
  private final Clock clock;

  /** The versions that an item before in the same copy was published as. */
  private final Set<ReceiptKey> taken = new HashSet<>();

  RereadJudge(Original original, PublishedArticles published, Clock clock) {
    this.original = original;
    this.published = published;
    this.clock = clock;
  }

  Item judge(Reading reading) {
    return reading.fold(
        this::judge,
        notText -> new Item("", Outcome.NOT_TEXT, "it is " + notText.what(), null),
        unreadable -> Item.unreadable("", unreadable.problems()));
  }

  private Item judge(Reading.Text text) {
    var draft = text.draft().setOriginal(original.key());
    draft.setReceivedAt(received());
    var forbidden = Intake.signed(original.delivery(), text);
    var article = withHash(draft.build());
    if (forbidden.isPresent()) {
      return refused(article, sentence(List.of(forbidden.get())));
    }
    var problems = ArticleRules.problems(article);
    if (!problems.isEmpty()) {
      return Item.unreadable(name(article), problems);
    }
    for (var version : published.versions(article.getGuid())) {
      var same = as(version, article, text.numbered());
      if (same.filter(as -> as.getContentHash().equals(version.contentHash())).isPresent()) {
        taken.add(Receipts.keyOf(same.get()));
        return new Item(name(same.get()), Outcome.SAME, "", null);
      }
    }
    return judgeOther(article, text.numbered());
  }

  /** What is not as anything that was published. */
  private Item judgeOther(Article article, boolean numbered) {
    var own =
        published.versions(article.getGuid()).stream()
            .filter(version -> version.isFrom(article))
            .flatMap(version -> as(version, article, numbered).stream())
            .filter(as -> !taken.contains(Receipts.keyOf(as)))
            .toList();
    if (own.size() == 1) {
      return judgeChanged(own.get(0));
    }
    return own.isEmpty() && original.replayed()
        ? judgeNew(article, numbered)
        : refused(article, NEVER_PUBLISHED);
  }

  private Item judgeChanged(Article article) {
    var history = published.history(article.getGuid());
    var again = Article.newBuilder(article).setReadAgainAt(now(history)).build();
    if (history.judge(again) instanceof Verdict.Refused refused) {
      return refused(article, refused.reason());
    }
    taken.add(Receipts.keyOf(again));
    return new Item(name(again), Outcome.CHANGED, "", again);
  }

  private Item judgeNew(Article asRead, boolean numbered) {
    var history = published.history(asRead.getGuid());
    var article =
        numbered || history.version() == 0
            ? asRead
            : withVersion(asRead, Desk.nextVersion(Article.newBuilder(asRead)));
    var verdict = history.judgeKept(article);
    if (verdict instanceof Verdict.Refused refused) {
      return refused(article, refused.reason());
    }
    if (verdict instanceof Verdict.Repeat) {
      return new Item(name(article), Outcome.SAME, "", null);
    }
    taken.add(Receipts.keyOf(article));
    return new Item(name(article), Outcome.NEW, "", article);
  }

  /** The article as that version; nothing if its source says that it is another. */
  private static Optional<Article> as(
      PublishedArticles.Version version, Article article, boolean numbered) {
    if (version.version() == article.getVersion()) {
      return Optional.of(article);
    }
    return numbered ? Optional.empty() : Optional.of(withVersion(article, version.version()));
  }

  private static Article withVersion(Article article, int version) {
    return withHash(Article.newBuilder(article).setVersion(version).build());
  }

  private static Article withHash(Article article) {
    return Article.newBuilder(article).setContentHash(ContentHash.of(article)).build();
  }

  /** As records hold it. */
  private Instant received() {
    return original.delivery().copy().circumstances().receivedAt().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Later than the last reading, even if the clock was set back since. */
  private Instant now(VersionHistory history) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var last = history.readAgainAt();
    return last == null || now.isAfter(last) ? now : last.plusMillis(1);
  }

  private static Item refused(Article article, String reason) {
    return new Item(name(article), Outcome.REFUSED, reason, null);
  }

  private static String name(Article article) {
    return Receipts.keyOf(article).key();
  }

  private static String sentence(List<FieldProblem> problems) {
    return UnreadableCopyException.sentence(FieldProblem.few(problems));
  }
}
