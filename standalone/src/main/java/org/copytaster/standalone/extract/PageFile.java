package org.copytaster.standalone.extract;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.copytaster.formats.page.PageReader;
import org.copytaster.formats.text.Decoded;
import org.copytaster.formats.text.Decoding;

/** A page in a file, plain or gzipped. */
public final class PageFile {

  private static final int GZIP = 0x1f8b;

  private PageFile() {}

  /**
   * The page as text.
   *
   * @throws IOException with a sentence that says what is wrong, if it cannot be read or is no text
   */
  public static Decoded read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("is a directory; name the pages in it");
    }
    try (var in = new BufferedInputStream(Files.newInputStream(file));
        var plain = unpacked(in)) {
      // a character has at most four bytes; what is longer would be refused as text, too
      byte[] bytes = plain.readNBytes(4 * PageReader.LARGEST_PAGE + 1);
      if (bytes.length > 4 * PageReader.LARGEST_PAGE) {
        throw new IOException("is larger than " + 4 * PageReader.LARGEST_PAGE + " bytes");
      }
      var decoded = Decoding.of(bytes, null, true);
      if (!decoded.readable()) {
        throw new IOException("is not text");
      }
      return decoded;
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file", e);
    } catch (ZipException | EOFException e) {
      throw new IOException("begins as gzip does, but cannot be unpacked", e);
    }
  }

  private static InputStream unpacked(BufferedInputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP ? new GZIPInputStream(in) : in;
  }

  /** The name of a file up to its first point: {@code pages/0027.html.gz} is {@code 0027}. */
  static String id(Path file) {
    var name = String.valueOf(file.getFileName());
    int point = name.indexOf('.', 1);
    return point < 0 ? name : name.substring(0, point);
  }
}
