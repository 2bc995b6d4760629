package org.copytaster.enrich.entity;

/**
 * Says who a finished part is. This is the one place where a part is looked up in what is known
 * beforehand; what is not known gets a local identity made of type and name.
 */
final class Identification {

  private Identification() {}

  static Identity of(Part part) {
    var name = part.canonical();
    if (part.staff()) {
      return Identity.staff(name);
    }
    var known = part.known();
    var container = part.container();
    boolean local = known == null || known.knowledgeBaseId() == null;
    if (local && container != null) {
      return Identity.local(part.type(), name, name + ", " + container);
    }
    return known != null ? known : Identity.local(part.type(), name);
  }
}
