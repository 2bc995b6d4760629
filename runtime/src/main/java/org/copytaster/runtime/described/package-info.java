/**
 * Files that describe somebody in YAML, one a file: who sends copy, who may act, who is told. Names
 * with texts, every problem with its line, and credentials by reference or as hashes.
 */
@NullMarked
package org.copytaster.runtime.described;

import org.jspecify.annotations.NullMarked;
