package org.copytaster.ingest.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What becomes of a body that arrives part by part. */
interface BodyTaker {

  /**
   * Takes what has arrived.
   *
   * @throws RequestRefusedException if there is no use in the rest
   */
  void take(ByteBuffer part) throws RequestRefusedException;

  /**
   * Answers, once all of it has been taken; may block.
   *
   * @throws RequestRefusedException before anything is sent
   */
  void end(Exchange to) throws IOException, RequestRefusedException;

  /** Lets go of what was taken; after {@link #end} or instead of it. */
  void letGo();
}
