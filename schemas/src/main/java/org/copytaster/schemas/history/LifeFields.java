package org.copytaster.schemas.history;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Life;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.jspecify.annotations.Nullable;

/**
 * How the life of an article stands in its other fields, which gates and stores go by. What the
 * source stated there is kept beside it, so that an article can be told from another by what its
 * source sent, whatever was judged of it and when.
 */
public final class LifeFields {

  private static final String PUB_STATUS = "pubStatus";
  private static final String SIGNAL = "signal";
  private static final String EMBARGOED = "embargoed";
  private static final String EMBARGO_UNREAD = "embargoUnread";
  private static final String CORRECTIVE = "corrective";

  private LifeFields() {}

  /** The fields whose words may say what becomes of an article, by name; those it has. */
  public static Map<String, String> words(Article.Builder article) {
    var words = new LinkedHashMap<String, String>();
    put(words, "edNote", article.getEdNote());
    put(words, "usageTerms", article.getUsageTerms());
    put(words, "slugline", article.getSlugline());
    put(words, "headline", article.getHeadline());
    put(words, "body", article.getBody());
    return words;
  }

  private static void put(Map<String, String> words, String name, @Nullable String value) {
    if (value != null) {
      words.put(name, value);
    }
  }

  /** Puts {@code life} into an article, and into the fields that it changes. */
  public static void put(Life life, Article.Builder article) {
    var stated = new TreeMap<String, String>();
    var status = status(life, article);
    if (status != article.getPubStatus()) {
      stated.put(PUB_STATUS, article.getPubStatus().name());
      article.setPubStatus(status);
    }
    var signal = signal(life, article.getSignal());
    if (signal != article.getSignal()) {
      stated.put(SIGNAL, article.getSignal() == null ? "" : article.getSignal().name());
      article.setSignal(signal);
    }
    var until = life.getUntil();
    if (until != null && !until.equals(article.getEmbargoed())) {
      stated.put(EMBARGOED, written(article.getEmbargoed()));
      article.setEmbargoed(until);
    }
    boolean unread = isUnread(life, article);
    if (unread != article.getEmbargoUnread()) {
      stated.put(EMBARGO_UNREAD, Boolean.toString(article.getEmbargoUnread()));
      article.setEmbargoUnread(unread);
    }
    if (article.getCorrective() == null && saysCorrective(life)) {
      stated.put(CORRECTIVE, "");
      article.setCorrective(true);
    }
    article.setLife(Life.newBuilder(life).setStated(stated).build());
  }

  /** The article as its source stated it, without a life. */
  public static Article asStated(Article article) {
    var life = article.getLife();
    if (life == null) {
      return article;
    }
    var stated = life.getStated();
    var as = Article.newBuilder(article).setLife(null);
    if (stated.containsKey(PUB_STATUS)) {
      as.setPubStatus(PubStatus.valueOf(stated.get(PUB_STATUS)));
    }
    if (stated.containsKey(SIGNAL)) {
      var signal = stated.getOrDefault(SIGNAL, "");
      as.setSignal(signal.isEmpty() ? null : Signal.valueOf(signal));
    }
    if (stated.containsKey(EMBARGOED)) {
      var embargoed = stated.getOrDefault(EMBARGOED, "");
      as.setEmbargoed(embargoed.isEmpty() ? null : Instant.parse(embargoed));
    }
    if (stated.containsKey(EMBARGO_UNREAD)) {
      as.setEmbargoUnread(Boolean.parseBoolean(stated.get(EMBARGO_UNREAD)));
    }
    if (stated.containsKey(CORRECTIVE)) {
      as.setCorrective(null);
    }
    return as.build();
  }

  /** The rules for the words of an earlier day's error bear its name. */
  private static boolean saysCorrective(Life life) {
    return life.getSignal().equals("correction")
        && life.getBecause().stream().anyMatch(each -> each.getRule().startsWith(CORRECTIVE));
  }

  private static PubStatus status(Life life, Article.Builder article) {
    return switch (life.getDecision()) {
      case "kill" -> PubStatus.CANCELED;
      case "hold" -> withheld(life, article);
      default -> article.getPubStatus();
    };
  }

  /** Suspended is WITHHELD; an embargo without an end stays usable, and is held for its time. */
  private static PubStatus withheld(Life life, Article.Builder article) {
    boolean suspended =
        article.getPubStatus() == PubStatus.USABLE && life.getSignal().equals("withhold");
    return suspended ? PubStatus.WITHHELD : article.getPubStatus();
  }

  private static boolean isUnread(Life life, Article.Builder article) {
    return switch (life.getDecision()) {
      case "hold-until" -> false;
      case "hold" -> article.getEmbargoUnread() || article.getPubStatus() == PubStatus.USABLE;
      default -> article.getEmbargoUnread();
    };
  }

  private static @Nullable Signal signal(Life life, @Nullable Signal stated) {
    return switch (life.getSignal()) {
      case "kill" -> Signal.KILL;
      case "test" -> Signal.TEST;
      case "correction" -> Signal.CORRECTION;
      case "advisory" -> Signal.ADVISORY;
      case "update" -> Signal.UPDATE;
      case "withhold" -> Signal.WITHHOLD;
      default -> stated;
    };
  }

  private static String written(@Nullable Instant embargoed) {
    return embargoed == null ? "" : embargoed.toString();
  }
}
