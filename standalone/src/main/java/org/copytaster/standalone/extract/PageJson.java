package org.copytaster.standalone.extract;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.copytaster.formats.page.Page;
import org.copytaster.formats.page.PageDate;

/** Writes a page that was read as JSON. */
public final class PageJson {

  private final JsonMapper json = new JsonMapper();

  /**
   * One object; fields without a value are null.
   *
   * @param repairs what was mended before the page could be read
   */
  public ObjectNode of(String id, Page page, List<String> repairs) {
    var object = json.createObjectNode();
    object.put("id", id);
    object.put("kind", page.kind().word());
    object.put("kindConfidence", Math.round(page.kind().confidence() * 1000) / 1000.0);
    object.put("title", page.title().isEmpty() ? null : page.title());
    object.put("byline", page.byline());
    object.put("published", page.published().map(PageDate::value).orElse(null));
    object.put("publishedBy", page.published().map(PageJson::method).orElse(null));
    object.put("modified", page.modified().map(PageDate::value).orElse(null));
    object.put("canonical", page.canonical());
    object.put("language", page.language());
    object.put("text", page.text());
    picture(object, page);
    if (!repairs.isEmpty()) {
      var list = object.putArray("repairs");
      repairs.forEach(list::add);
    }
    zones(object, page);
    return object;
  }

  private static String method(PageDate date) {
    return date.modified() ? date.method() + ", modified" : date.method();
  }

  private static void picture(ObjectNode object, Page page) {
    var picture = page.picture();
    if (picture != null) {
      var fields = object.putObject("picture");
      fields.put("url", picture.url());
      fields.put("caption", picture.caption());
      fields.put("credit", picture.credit());
    }
  }

  private static void zones(ObjectNode object, Page page) {
    var zones = object.putArray("zones");
    for (var stretch : page.stretches()) {
      zones
          .addObject()
          .put("zone", stretch.zone().name())
          .put("confidence", Math.round(stretch.confidence() * 1000) / 1000.0)
          .put("sourceBegin", stretch.sourceBegin())
          .put("sourceEnd", stretch.sourceEnd())
          .put("text", stretch.text());
    }
  }
}
