package org.copytaster.ingest.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Objects;

/** A stream that ends in a {@link SocketTimeoutException} once it has trickled for too long. */
final class PatientStream extends FilterInputStream {

  private long since = System.nanoTime();

  PatientStream(InputStream in) {
    super(in);
  }

  /** Begins to wait anew. */
  void again() {
    since = System.nanoTime();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    Objects.checkFromIndexSize(from, most, into.length);
    if (System.nanoTime() - since > GatheredBody.PATIENCE.toNanos()) {
      throw new SocketTimeoutException("too slow");
    }
    return super.read(into, from, most);
  }
}
