package org.copytaster.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Tls tls;
  private final SslContextFactory.Server factory = new SslContextFactory.Server();
  private int seen;
  private @Nullable ScheduledExecutorService thread;

  /**
   * Reads the files.
   *
   * @throws IllegalStateException with one sentence if one is missing or does not fit
   */
  TlsFiles(Tls tls) {
    this.tls = tls;
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2"); // RFC 8996 retires what is older
    factory.setWantClientAuth(tls.authorities().isPresent());
    seen = content();
    use(tls.keys(), tls.trust());
  }

  SslContextFactory.Server factory() {
    return factory;
  }

  @Override
  protected void doStart() {
    var started =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var watcher = new Thread(task, "tls-files");
              watcher.setDaemon(true);
              return watcher;
            });
    var unused =
        started.scheduleWithFixedDelay(
            this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    thread = started;
  }

  @Override
  protected void doStop() {
    if (thread != null) {
      thread.shutdownNow();
    }
  }

  private void look() {
    int now = content();
    if (now == seen) {
      return;
    }
    seen = now;
    try {
      var keys = tls.keys();
      var trust = tls.trust();
      factory.reload(same -> use(keys, trust));
      LOG.info("the certificate in {} is in use", tls.files().get(0));
    } catch (Exception e) {
      LOG.error("{}; the certificate that was read before stays in use", e.getMessage());
    }
  }

  private void use(KeyStore keys, @Nullable KeyStore trust) {
    factory.setKeyStore(keys);
    factory.setKeyStorePassword(Tls.password());
    factory.setTrustStore(trust);
  }

  private int content() {
    return Arrays.hashCode(tls.files().stream().mapToInt(TlsFiles::content).toArray());
  }

  private static int content(Path file) {
    try {
      return Arrays.hashCode(Files.readAllBytes(file));
    } catch (IOException e) {
      return 0; // it is missed when it is read
    }
  }
}
