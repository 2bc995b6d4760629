package org.copytaster.standalone.authority;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;

/** The ways to write a vocabulary that can be read. */
enum Syntax {
  TURTLE,
  RDFXML,
  JSONLD;

  RDFFormat format() {
    return switch (this) {
      case TURTLE -> RDFFormat.TURTLE;
      case RDFXML -> RDFFormat.RDFXML;
      case JSONLD -> RDFFormat.JSONLD;
    };
  }

  /** The one that a file's name says; plain {@code .json} and {@code .xml} are taken too. */
  static Syntax of(Path file) throws IOException {
    var name = String.valueOf(file.getFileName());
    var format = Rio.getParserFormatForFileName(name).orElse(null);
    for (var each : values()) {
      if (each.format().equals(format)) {
        return each;
      }
    }
    if (name.endsWith(".json")) {
      return JSONLD;
    }
    throw new IOException(
        "the name of " + file + " does not tell its format; say --format turtle, rdfxml or jsonld");
  }
}
