package org.copytaster.parts.testing;

/** Rows as they were written before articles were stored by their schema. */
public final class OldRows {

  /** With all that there could be. */
  public static final String ARTICLE =
      """
      {"guid":"urn:old:1","version":1,"versionCreated":"2026-03-03T08:59:00Z","pubStatus":"USABLE",\
      "urgency":4,"headline":"Naira \\"steadies\\" é","slugline":"MARKETS","edNote":"C:\\\\u0000",\
      "subjects":[{"scheme":"medtop","code":"20000385","name":"currency"},{"name":"a\\u0000\\u0000"},{}],\
      "picture":{"url":"https://example.org/p"},"source":"sample-wire",\
      "receivedAt":"2026-03-03T09:00:00Z","contentHash":"hash-1"}""";

  /** The subjects of that one as they are stored now. */
  public static final String SUBJECTS =
      """
      [{"scheme":"medtop","code":"20000385","name":"currency","type":"subject","parents":[]},\
      {"name":"a\uFFFD\uFFFD","type":"subject","parents":[]},{"type":"subject","parents":[]}]""";

  private OldRows() {}

  /** Inserts version 1 of an article into tables of the first migration. */
  public static void insert(Tables tables, String guid, String article, String tags) {
    var subjects = article.replaceFirst("(?s).*\"subjects\":(\\[.*?]).*", "$1");
    tables.execute(
        """
        insert into articles (guid, version, pub_status, subjects, source, content_hash, text, tags,
          received_at, enriched_at, stored_at)
        values ('%s', 1, 'USABLE', '%s', 'sample-wire', 'hash-1', 'Naira', '%s', now(), now(), now());
        insert into article_versions (guid, version, pub_status, content_hash, article, text, tags,
          received_at, enriched_at, stored_at)
        values ('%s', 1, 'USABLE', 'hash-1', '%s', 'Naira', '%s', now(), now(), now())
        """
            .formatted(guid, subjects, tags, guid, article, tags));
  }
}
