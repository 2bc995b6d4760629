/**
 * A small neural net that reads sentences beside the perceptron. It is the only room that knows
 * ONNX Runtime; where that library cannot be loaded nothing else suffers.
 */
@NullMarked
package org.copytaster.tagging.entity.encoder;

import org.jspecify.annotations.NullMarked;
