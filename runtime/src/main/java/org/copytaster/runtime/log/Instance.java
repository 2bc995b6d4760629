package org.copytaster.runtime.log;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells one running process from others: by its host and the process id there. */
public final class Instance {

  private static final int LONGEST = 80;
  private static final String NAME = host() + "/" + ProcessHandle.current().pid();

  private Instance() {}

  /** Host, a slash, process id; the same as long as the process runs. */
  public static String name() {
    return NAME;
  }

  private static String host() {
    try {
      var host = InetAddress.getLocalHost().getHostName().replaceAll("[^\\w.:-]", "");
      return host.substring(0, Math.min(host.length(), LONGEST));
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
