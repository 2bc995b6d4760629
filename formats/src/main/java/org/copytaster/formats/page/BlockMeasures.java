package org.copytaster.formats.page;

import java.util.Arrays;

/** The measures of one block, in the order in which they are added. */
final class BlockMeasures {

  private float[] values = new float[256];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = (float) value;
  }

  float[] values() {
    return Arrays.copyOf(values, size);
  }
}
