package org.copytaster.tagging.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who or what an entity is.
 *
 * @param id stable over texts: the knowledge base's, or a local one made of type and name
 * @param name canonical name
 * @param knowledgeBaseId scheme and code where the entity is known, for instance iso3166:KP
 */
public record Identity(String id, String name, EntityType type, @Nullable String knowledgeBaseId) {

  private static final int LOCAL_DIGITS = 12;

  /** A country. */
  public static Identity country(String code, String name) {
    var id = "iso3166:" + code;
    return new Identity(id, name, EntityType.LOC, id);
  }

  /** A thing that no knowledge base is known to hold. */
  public static Identity local(EntityType type, String name) {
    return new Identity(localId(type, name), name, type, null);
  }

  /** A thing whose name alone does not tell it from others: a town and its state. */
  public static Identity local(EntityType type, String name, String fullName) {
    return new Identity(localId(type, fullName), name, type, null);
  }

  /** Someone who made the article; kept apart from a subject of the same name. */
  public static Identity staff(String name) {
    return new Identity(localId(EntityType.PER, "staff " + name), name, EntityType.PER, null);
  }

  /** The same with the id that a knowledge base has for what it speaks of. */
  public Identity knownAs(String id) {
    return new Identity(this.id, name, type, id);
  }

  private static String localId(EntityType type, String name) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest((type + " " + name).getBytes(StandardCharsets.UTF_8));
      return "local:"
          + type.name().toLowerCase(Locale.ROOT)
          + ":"
          + HexFormat.of().formatHex(digest).substring(0, LOCAL_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
