package org.copytaster.ingest.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The measures of one block, in the order in which they are added. */
final class Row {

  private float[] values = new float[256];
  private final List<String> names;
  private final boolean naming;
  private int size;

  /** A row that also notes the names of what is added. */
  static Row naming() {
    return new Row(new ArrayList<>(), true);
  }

  static Row plain() {
    return new Row(List.of(), false);
  }

  private Row(List<String> names, boolean naming) {
    this.names = names;
    this.naming = naming;
  }

  void add(String name, double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = (float) value;
    if (naming) {
      names.add(name);
    }
  }

  void add(String prefix, String name, double value) {
    if (naming) {
      add(prefix + name, value);
    } else {
      add(name, value);
    }
  }

  float[] values() {
    return Arrays.copyOf(values, size);
  }

  List<String> names() {
    return names;
  }
}
