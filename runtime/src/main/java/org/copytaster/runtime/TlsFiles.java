package org.copytaster.runtime;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.copytaster.runtime.watch.WatchedFiles;
import org.copytaster.runtime.watch.WatchedFolder;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the files of a server's TLS: a renewed certificate is shown to whoever connects from then
 * on, and connections that stand are left alone. Between the write of a certificate and that of its
 * key the two do not fit; then, and whenever else they do not, what was read before stays in use.
 * Jetty's KeyStoreScanner does the same for one key store file; ours are several, and none is one.
 */
final class TlsFiles extends AbstractLifeCycle {

  private static final Logger LOG = LoggerFactory.getLogger(TlsFiles.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Tls tls;
  private final SslContextFactory.Server factory = new SslContextFactory.Server();
  private final WatchedFolder<ByteBuffer> folder;
  private volatile Instant expires = Instant.MAX;

  /**
   * Reads the files.
   *
   * @throws IllegalStateException with one sentence if one is missing or does not fit
   */
  TlsFiles(Tls tls, Clock clock) {
    this.tls = tls;
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2"); // RFC 8996 retires what is older
    factory.setWantClientAuth(tls.authorities().isPresent());
    use(tls.keys(), tls.trust());
    folder = new WatchedFolder<>(new Files(), PAUSE, clock);
  }

  SslContextFactory.Server factory() {
    return factory;
  }

  /** When the first certificate of the chain that is shown now is out of date. */
  Instant expires() {
    return expires;
  }

  @Override
  protected void doStart() {
    folder.start();
  }

  @Override
  protected void doStop() {
    folder.close();
  }

  private void use(KeyStore keys, @Nullable KeyStore trust) {
    factory.setKeyStore(keys);
    factory.setKeyStorePassword(Tls.password());
    factory.setTrustStore(trust);
    expires = Tls.expires(keys);
  }

  /** What the files say together is read from all of them at once: one alone says nothing. */
  private final class Files implements WatchedFiles<ByteBuffer> {

    @Override
    public String name() {
      return "tls-files";
    }

    @Override
    public String subject() {
      return "TLS";
    }

    @Override
    public SortedMap<String, Path> files() {
      var files = new TreeMap<String, Path>();
      tls.files().forEach(file -> files.put(file.toString(), file));
      return files;
    }

    @Override
    public ByteBuffer read(String name, byte[] content) {
      return ByteBuffer.wrap(content);
    }

    @Override
    public Map<String, String> take(SortedMap<String, ByteBuffer> contents, boolean complete) {
      try {
        var keys = tls.keys();
        var trust = tls.trust();
        if (factory.isStarted()) {
          factory.reload(same -> use(keys, trust));
          LOG.info("the certificate in {} is in use", tls.files().get(0));
        } else {
          use(keys, trust);
        }
        return Map.of();
      } catch (Exception e) {
        return Map.of(subject(), String.valueOf(e.getMessage()));
      }
    }
  }
}
