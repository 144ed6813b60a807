import { once } from '../once.ts';
import { textOf } from '../reading/items.ts';
import { type Bar, boxOfBar } from './ground.ts';
import { type Box, boxOf } from './placement.ts';
import { isAmount } from './value-box.ts';

/**
 * Caches measurements of the page's elements while places are tried one after another. Valid for one batch of reads
 * during which the page does not change. Boxes are in viewport pixels.
 */
export class Look {
  readonly boxOf = once<Element, Box>(boxOf);
  readonly boxOfBar = once<Bar, Box>(boxOfBar);
  readonly isVisible = once((element: Element) => element.checkVisibility({ visibilityProperty: true }));
  /** Whether an element's whole text is one amount. Katal's labels keep their words in an attribute. */
  readonly saysAmount = once((element: Element) => isAmount(textOf(element)));
}
