package org.copytaster.formats.markup;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * Copy in XML as a tree. Prefixes are dropped from elements and attributes, since agencies declare
 * their namespaces now so, now not at all; {@code xml:lang} becomes {@code lang}, unless the
 * element has a {@code lang} of its own. Nothing outside the copy is ever read: no document type,
 * no external entity, and entities of the copy's own are not expanded.
 *
 * @param root the outermost element; CSS selectors find names as they are written
 * @param repairs what was mended, beginning with what was wrong with the bytes
 */
public record XmlCopy(Element root, List<String> repairs) {

  private static final int DEEPEST = 200;
  private static final int MOST_ELEMENTS = 300_000;
  private static final Pattern BARE_AMPERSAND =
      Pattern.compile("&(?!#\\d{1,7};|#x[0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)");
  private static final Pattern NO_CHARACTER =
      Pattern.compile("&#(?:x0*(?:[0-8BbCcEeFf]|1[0-9A-Fa-f])|0*(?:[0-8]|1[124-9]|2\\d|3[01]));");
  private static final Pattern ENCODING =
      Pattern.compile("^(\\s*<\\?xml[^>]*?)\\sencoding\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");

  private static final XMLInputFactory XML = factory();

  /** Copies the list. */
  public XmlCopy {
    repairs = List.copyOf(repairs);
  }

  /**
   * Reads copy as XML.
   *
   * @throws UnreadableCopyException with line and column, if it cannot be read as such even after
   *     mending
   */
  public static XmlCopy read(Copy copy) throws UnreadableCopyException {
    var decoded = copy.decodedAsUtf8(true); // XML 1.0, section 4.3.3
    var repairs = new ArrayList<>(decoded.repairs());
    var text = ENCODING.matcher(decoded.text().stripLeading()).replaceFirst("$1");
    try {
      return parsed(text, repairs);
    } catch (XMLStreamException first) {
      var mended = mended(text, repairs);
      if (mended.equals(text)) {
        throw unreadable(first);
      }
      try {
        return parsed(mended, repairs);
      } catch (XMLStreamException second) {
        throw unreadable(second);
      }
    }
  }

  private static String mended(String text, List<String> repairs) {
    var characters = NO_CHARACTER.matcher(text).replaceAll(" ");
    if (!characters.equals(text)) {
      repairs.add("xml:references-to-control-characters");
    }
    var ampersands = BARE_AMPERSAND.matcher(characters).replaceAll("&amp;");
    if (!ampersands.equals(characters)) {
      repairs.add("xml:bare-ampersand");
    }
    int end = ampersands.lastIndexOf('>');
    if (end >= 0 && !ampersands.substring(end + 1).isBlank()) {
      repairs.add("xml:text-after-end");
      ampersands = ampersands.substring(0, end + 1);
    }
    return ampersands;
  }

  private static XmlCopy parsed(String text, List<String> before)
      throws XMLStreamException, UnreadableCopyException {
    var reader = XML.createXMLStreamReader(new StringReader(text));
    try {
      var tree = new TreeBuild(reader);
      while (reader.hasNext()) {
        tree.take(reader.next());
      }
      var root = tree.root(); // before the repairs: it adds one
      var repairs = new ArrayList<>(before);
      repairs.addAll(tree.repairs);
      return new XmlCopy(root, repairs);
    } finally {
      reader.close();
    }
  }

  /** Says where, but nothing of what stands there. */
  private static UnreadableCopyException unreadable(XMLStreamException e) {
    var where = e.getLocation();
    var at =
        where == null
            ? ""
            : " at line " + where.getLineNumber() + ", column " + where.getColumnNumber();
    return new UnreadableCopyException("", "is not well-formed XML" + at);
  }

  private static XMLInputFactory factory() {
    var factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.getConfig().doParseLazily(false); // so that what is wrong is a checked exception
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) MOST_ELEMENTS);
    return factory;
  }

  /** The tree as far as it has come. */
  private static final class TreeBuild {

    private final XMLStreamReader reader;
    private final Document document = new Document("");
    private Element open = document;
    private final Set<String> declared = new LinkedHashSet<>(Set.of("xml", "xmlns"));
    private final Set<String> undeclared = new LinkedHashSet<>();
    private final Set<String> repairs = new LinkedHashSet<>();

    TreeBuild(XMLStreamReader reader) {
      this.reader = reader;
      document.parser(Parser.xmlParser().settings(ParseSettings.preserveCase));
    }

    Element root() throws UnreadableCopyException {
      undeclared.removeAll(declared);
      if (!undeclared.isEmpty()) {
        repairs.add("xml:undeclared-prefix");
      }
      var root = document.firstElementChild();
      if (root == null) {
        throw new UnreadableCopyException("", "is XML without an element");
      }
      return root;
    }

    void take(int event) throws UnreadableCopyException {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> open = parent();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE ->
            open.appendChild(new TextNode(reader.getText()));
        case XMLStreamConstants.CDATA -> open.appendChild(new CDataNode(reader.getText()));
        case XMLStreamConstants.ENTITY_REFERENCE -> entity(reader.getLocalName());
        default -> {
          // comments, processing instructions and document types say nothing that a reader wants
        }
      }
    }

    private Element parent() {
      var parent = open.parent();
      return parent == null ? document : parent;
    }

    private void start() {
      var element =
          new Element(
              Tag.valueOf(plain(reader.getLocalName()), "", ParseSettings.preserveCase), "");
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        attribute(element, reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
      open.appendChild(element);
      open = element;
    }

    private void attribute(Element element, String name, String value) {
      if (name.startsWith("xmlns:")) {
        declared.add(name.substring("xmlns:".length()));
      }
      if (name.startsWith("xmlns")) {
        element.attributes().put(name, value);
        return;
      }
      var plain = plain(name);
      if (plain.equals(name) || !element.hasAttr(plain)) {
        element.attributes().put(plain, value);
      }
    }

    /** The name without its prefix; a prefix is noted. */
    private String plain(String name) {
      int colon = name.indexOf(':');
      if (colon <= 0 || colon == name.length() - 1) {
        return name;
      }
      undeclared.add(name.substring(0, colon));
      return name.substring(colon + 1);
    }

    /**
     * HTML's names are common in copy that never declares them; what else there is stays as it is.
     */
    private void entity(String name) {
      var text = Parser.unescapeEntities("&" + name + ";", false);
      repairs.add("xml:undeclared-entity");
      open.appendChild(new TextNode(text));
    }
  }
}
