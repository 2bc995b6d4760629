package org.copytaster.formats.page.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the values of each measure into at most 64 bins of about as many rows. */
final class Bins {

  static final int MOST = 64;

  private final float[][] edges;
  private final byte[][] binOf;

  /** Bins for the measures of these rows; all rows are of one length. */
  Bins(List<float[]> rows) {
    int measures = rows.get(0).length;
    edges = new float[measures][];
    binOf = new byte[measures][rows.size()];
    float[] column = new float[rows.size()];
    for (int measure = 0; measure < measures; measure++) {
      for (int i = 0; i < column.length; i++) {
        column[i] = rows.get(i)[measure];
      }
      edges[measure] = edges(column.clone());
      for (int i = 0; i < column.length; i++) {
        binOf[measure][i] = (byte) bin(edges[measure], column[i]);
      }
    }
  }

  private static float[] edges(float[] column) {
    Arrays.sort(column);
    var edges = new ArrayList<Float>();
    float last = Float.NaN;
    for (int cut = 1; cut < MOST; cut++) {
      int at = (int) ((long) cut * column.length / MOST);
      float below = column[at];
      int next = at;
      while (next < column.length && column[next] == below) {
        next++;
      }
      if (next < column.length && below != last) {
        edges.add(below + (column[next] - below) / 2);
        last = below;
      }
    }
    float[] all = new float[edges.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = edges.get(i);
    }
    return all;
  }

  private static int bin(float[] edges, float value) {
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value <= edges[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  int measures() {
    return edges.length;
  }

  /** The bins of one measure, a row each. */
  byte[] of(int measure) {
    return binOf[measure];
  }

  /** The highest value that falls into the bin. */
  float edge(int measure, int bin) {
    return edges[measure][bin];
  }

  int count(int measure) {
    return edges[measure].length + 1;
  }
}
