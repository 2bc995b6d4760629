package org.copytaster.ingest.source;

import org.copytaster.schemas.Wording;

/**
 * What is wrong with a source file.
 *
 * @param line from 1; 0 where the file as a whole is meant
 * @param field as written; empty where the file as a whole is meant
 * @param reason continues the sentence that begins with the field; never quotes a secret
 */
record SourceProblem(int line, String field, String reason) {

  SourceProblem {
    field = Wording.plain(field, Wording.LONGEST_NAME);
    reason = Wording.plain(reason, Wording.LONGEST_REASON);
  }

  String sentence(String file) {
    var where = line == 0 ? file : file + ", line " + line;
    return where + ": " + (field.isEmpty() ? "the file" : field) + " " + reason;
  }
}
