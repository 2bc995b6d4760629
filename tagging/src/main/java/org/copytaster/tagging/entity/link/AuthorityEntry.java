package org.copytaster.tagging.entity.link;

import java.util.List;
import org.copytaster.tagging.entity.EntityType;

/**
 * A line of an authority list.
 *
 * @param id the house's own or a knowledge base's; without white space
 * @param name how the house writes it
 * @param aliases how others do
 * @param description for people who read the list; nothing is made of it
 */
public record AuthorityEntry(
    String id, EntityType type, String name, List<String> aliases, String description) {

  /** Copies the list. */
  public AuthorityEntry {
    aliases = List.copyOf(aliases);
  }
}
