package org.copytaster.tagging.entity.known;

import org.copytaster.tagging.entity.EntityType;

/** The numbers that stand for types in a table; they never change. */
final class TypeCode {

  private TypeCode() {}

  static int of(EntityType type) {
    return switch (type) {
      case PER -> 0;
      case ORG -> 1;
      case LOC -> 2;
      case MISC -> 3;
    };
  }

  static EntityType type(int code) {
    return switch (code) {
      case 0 -> EntityType.PER;
      case 1 -> EntityType.ORG;
      case 2 -> EntityType.LOC;
      default -> EntityType.MISC;
    };
  }
}
