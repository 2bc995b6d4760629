package org.copytaster.formats.markup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Ways through a tree of {@link XmlCopy}. Names are compared without regard to case, since agencies
 * write {@code Headline} beside {@code HeadLine}; they may hold dots, which selectors cannot.
 */
public final class XmlTree {

  private XmlTree() {}

  /** Whether the element has this name. */
  public static boolean is(Element element, String name) {
    return element.tagName().equalsIgnoreCase(name);
  }

  /**
   * The elements at the end of a path of children.
   *
   * @param path names separated by slashes
   */
  public static List<Element> at(Element from, String path) {
    var found = List.of(from);
    for (var name : path.split("/", -1)) {
      found =
          found.stream()
              .flatMap(element -> element.children().stream())
              .filter(child -> is(child, name))
              .toList();
    }
    return found;
  }

  /** The first element at the end of a path of children. */
  public static Optional<Element> first(Element from, String path) {
    return at(from, path).stream().findFirst();
  }

  /** All elements below with one of these names, in the order of the copy. */
  public static List<Element> all(Element from, String... names) {
    var found = new ArrayList<Element>();
    from.stream()
        .skip(1)
        .filter(element -> Arrays.stream(names).anyMatch(name -> is(element, name)))
        .forEach(found::add);
    return found;
  }

  /** The first element below with this name. */
  public static Optional<Element> any(Element from, String name) {
    return from.stream().skip(1).filter(element -> is(element, name)).findFirst();
  }

  /** The text of the first element at the end of a path that has some; empty if none has. */
  public static String text(Element from, String path) {
    return texts(from, path).findFirst().orElse("");
  }

  /** The texts of the elements at the end of a path, without blank ones. */
  public static Stream<String> texts(Element from, String path) {
    return at(from, path).stream().map(Markup::line).filter(text -> !text.isEmpty());
  }

  /** The element with most text; of equals, the first. */
  public static Optional<Element> longest(Stream<Element> elements) {
    Element longest = null;
    int most = -1;
    for (var element : elements.toList()) {
      int length = element.wholeText().length();
      if (length > most) {
        longest = element;
        most = length;
      }
    }
    return Optional.ofNullable(longest);
  }

  /** The value of an attribute; empty if there is none. The name is compared as it is written. */
  public static String attribute(@Nullable Element element, String name) {
    return element == null ? "" : element.attr(name).strip();
  }

  /**
   * What an element says in one line: its text, or else its attributes.
   *
   * @return empty if it says nothing
   */
  public static String said(Element element) {
    var text = Markup.line(element);
    var attributes =
        element.attributes().asList().stream()
            .filter(attribute -> !attribute.getKey().startsWith("xmlns"))
            .filter(attribute -> !attribute.getValue().isBlank())
            .map(attribute -> attribute.getKey() + "=" + attribute.getValue().strip())
            .collect(Collectors.joining(" "));
    if (text.isEmpty() || attributes.isEmpty()) {
      return text + attributes;
    }
    return text + " (" + attributes + ")";
  }

  /** A word in lower case, for comparisons. */
  public static String word(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }
}
