package org.copytaster.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.copytaster.formats.agency.ApMediaFormat;
import org.copytaster.formats.agency.BelgaPressFormat;
import org.copytaster.formats.agency.DpaFormat;
import org.copytaster.formats.agency.ReutersApiFormat;
import org.copytaster.formats.agency.SuperdeskFormat;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.feed.ActivityFormat;
import org.copytaster.formats.feed.AtomFormat;
import org.copytaster.formats.feed.JsonFeedFormat;
import org.copytaster.formats.feed.RssFormat;
import org.copytaster.formats.feed.SitemapFormat;
import org.copytaster.formats.feed.WordPressFormat;
import org.copytaster.formats.house.AlertFormat;
import org.copytaster.formats.house.CanadianPressFormat;
import org.copytaster.formats.house.ListingFormat;
import org.copytaster.formats.house.ReleaseFormat;
import org.copytaster.formats.house.RitzauFormat;
import org.copytaster.formats.lines.LineReader;
import org.copytaster.formats.mail.MailFormat;
import org.copytaster.formats.newsml.NewsMl1Format;
import org.copytaster.formats.newsml.NewsMlG2Format;
import org.copytaster.formats.newsml.NitfFormat;
import org.copytaster.formats.ninjs.NinjsFormat;
import org.copytaster.formats.teletype.Anpa1312Format;
import org.copytaster.formats.teletype.AsiaNetFormat;
import org.copytaster.formats.teletype.Iptc7901Format;
import org.copytaster.formats.teletype.RacingFormat;
import org.copytaster.formats.teletype.WeatherBulletinFormat;
import org.copytaster.formats.teletype.ZczcFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every format there is. Readers are costly to make and safe to share, so they are made once. */
public final class Formats {

  private static final Logger LOG = LoggerFactory.getLogger(Formats.class);

  /** What clients send that do not know what they send. */
  private static final Set<String> UNDECLARED =
      Set.of("", "application/octet-stream", "application/x-www-form-urlencoded");

  /** In the order in which they are asked whether they recognise copy: the general ones last. */
  private final List<ArticleFormat> all =
      List.of(
          new JsonFeedFormat(),
          new ActivityFormat(),
          new WordPressFormat(),
          new JsonFormat(),
          new ApMediaFormat(),
          new ReutersApiFormat(),
          new SuperdeskFormat(),
          new NinjsFormat(),
          new DpaFormat(),
          new BelgaPressFormat(),
          new NewsMlG2Format(),
          new NewsMl1Format(),
          new NitfFormat(),
          new RitzauFormat(),
          new ReleaseFormat(),
          new CanadianPressFormat(),
          new AlertFormat(),
          new SitemapFormat(),
          new ListingFormat(),
          new AtomFormat(),
          new RssFormat(),
          new MailFormat(),
          new Anpa1312Format(),
          new Iptc7901Format(),
          new ZczcFormat(),
          new RacingFormat(),
          new AsiaNetFormat(),
          new WeatherBulletinFormat(),
          new HtmlFormat(),
          new PlainTextFormat());

  /**
   * Reads copy in whatever format it is written.
   *
   * @return at least one reading, in the order of the copy
   * @throws UnreadableCopyException if no format knows it, or it does not follow the one that does
   */
  public List<Reading> read(Copy copy, Hints hints) throws UnreadableCopyException {
    var format =
        find(copy.bytes(), hints)
            .orElseThrow(() -> new UnreadableCopyException("", "is in no format that is known"));
    return read(format, copy);
  }

  /** The format that copy is written in, by what is said of it and by how it begins. */
  public Optional<ArticleFormat> find(byte[] bytes, Hints hints) {
    if (hints.format() != null) {
      return named(hints.format());
    }
    return hints.fileName() == null
        ? declared(hints.mediaType(), bytes)
        : found(bytes, hints.fileName());
  }

  /** All, in the order in which they are asked. */
  public List<ArticleFormat> all() {
    return all;
  }

  /** The format of this name. */
  public Optional<ArticleFormat> named(String name) {
    return all.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /** Whether any format reads this media type; what declares nothing is looked at. */
  public boolean reads(String mediaType) {
    return UNDECLARED.contains(mediaType)
        || all.stream().anyMatch(format -> format.signs().mediaTypes().contains(mediaType));
  }

  /**
   * The format that copy with a declared media type is written in: the first that reads this type
   * and recognises the copy, else the one that says best what is wrong with it.
   *
   * @param mediaType in lower case and without parameters; empty if none is declared
   */
  public Optional<ArticleFormat> declared(String mediaType, byte[] bytes) {
    if (UNDECLARED.contains(mediaType)) {
      return found(bytes, null);
    }
    var candidates =
        all.stream().filter(format -> format.signs().mediaTypes().contains(mediaType)).toList();
    if (candidates.size() == 1) {
      return Optional.of(candidates.get(0));
    }
    var glimpse = CopyHead.of(bytes);
    return first(candidates, glimpse)
        .or(() -> candidates.stream().filter(ArticleFormat::general).findFirst());
  }

  /**
   * The format of copy of which nobody says what it is: the first that recognises it, else the
   * general one whose files end so, else plain text if the name has no ending.
   *
   * @param fileName a hint, or null
   */
  public Optional<ArticleFormat> found(byte[] bytes, @Nullable String fileName) {
    var glimpse = CopyHead.of(bytes);
    return first(all, glimpse).or(() -> general(fileName, glimpse));
  }

  /**
   * What {@code format} makes of {@code copy}, its source's defaults where it says nothing. A
   * reader that fails on it with anything but a word to its source is a bug of ours, and must not
   * take the way in down with it.
   *
   * @throws UnreadableCopyException if the copy does not follow the format
   */
  public List<Reading> read(ArticleFormat format, Copy copy) throws UnreadableCopyException {
    var readings = new ArrayList<Reading>();
    try {
      readings.addAll(format.read(copy));
      readings.forEach(reading -> lines(reading, format));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error(
          "the reader of {} failed on copy of {} bytes", format.name(), copy.bytes().length, e);
      throw new UnreadableCopyException(
          "", "cannot be read as " + format.name() + ": the reader failed");
    }
    for (var reading : readings) {
      if (reading instanceof Reading.Text text) {
        text.draft().setFormat(format.name());
        copy.circumstances().defaults().fill(text.draft());
      }
    }
    return readings;
  }

  private static void lines(Reading reading, ArticleFormat format) {
    if (reading instanceof Reading.Text text) {
      LineReader.read(text.draft(), format.name());
    }
  }

  private static Optional<ArticleFormat> first(List<ArticleFormat> formats, CopyHead glimpse) {
    return formats.stream().filter(format -> format.recognises(glimpse)).findFirst();
  }

  /** By the ending; a name without one, or none at all, leaves plain text. */
  private Optional<ArticleFormat> general(@Nullable String fileName, CopyHead glimpse) {
    var name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
    if (glimpse.text().isBlank() || (name.indexOf('.') < 0 && !PlainTextFormat.possible(glimpse))) {
      return Optional.empty();
    }
    return all.stream()
        .filter(ArticleFormat::general)
        .filter(
            format ->
                name.indexOf('.') < 0
                    ? format instanceof PlainTextFormat
                    : format.signs().endings().stream().anyMatch(name::endsWith))
        .findFirst();
  }
}
