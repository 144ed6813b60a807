import { once } from '../once.ts';
import { textOf } from '../reading/items.ts';
import { type Bar, boxOfBar } from './ground.ts';
import { type Box, boxOf } from './placement.ts';
import { isAmount } from './value-box.ts';

/**
 * What is asked of the page's elements for one place after another, read once. For one stretch of reads, in which nothing
 * on the page changes. Boxes are in viewport pixels.
 */
export class Look {
  readonly boxOf = once<Element, Box>(boxOf);
  readonly boxOfBar = once<Bar, Box>(boxOfBar);
  readonly isVisible = once((element: Element) => element.checkVisibility({ visibilityProperty: true }));
  /** Whether all that an element says is one amount. Katal's labels keep their words in an attribute. */
  readonly saysAmount = once((element: Element) => isAmount(textOf(element)));
}
