package org.copytaster.console;

/** Finds words that do not stand out from their ground as WCAG 2.2 asks at level AA. */
final class Contrast {

  /**
   * Goes through all elements with text of their own in the article. Colours are painted onto a
   * point, ground upon ground, so that the browser itself mixes them. The script returns each word
   * that is too faint, with its contrast.
   */
  static final String FAINT_WORDS =
      """
      const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const luminance = ([r, g, b]) => [r, g, b]
        .map((c) => c / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
      const point = (colours) => {
        for (const colour of colours) {
          paint.fillStyle = colour;
          paint.fillRect(0, 0, 1, 1);
        }
        return luminance(paint.getImageData(0, 0, 1, 1).data);
      };
      const faint = [];
      let looked = 0;
      for (const element of document.querySelectorAll('#detail *')) {
        const own = [...element.childNodes].filter((n) => n.nodeType === 3 && n.data.trim());
        const style = getComputedStyle(element);
        if (!own.length || !element.checkVisibility({ opacityProperty: true })) continue;
        looked++;
        const grounds = [];
        for (let at = element; at; at = at.parentElement) {
          grounds.unshift(getComputedStyle(at).backgroundColor);
        }
        const ground = point(grounds);
        const word = point([...grounds, style.color]);
        const ratio = (Math.max(ground, word) + 0.05) / (Math.min(ground, word) + 0.05);
        const size = parseFloat(style.fontSize);
        const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
        if (ratio < least) faint.push(`${own[0].data.trim().slice(0, 30)}: ${ratio.toFixed(2)}`);
      }
      return looked < 20 ? ['only ' + looked + ' were looked at'] : faint;
      """;

  private Contrast() {}
}
