import type { ListingView } from '../../background/messages/listings.ts';
import type { Texts } from '../shell/texts.ts';
import type { Announce, ViewProps } from '../shell/view-props.ts';

/** Props shared by the parts of the view. */
export interface ListingPartProps {
  readonly view: ListingView;
  readonly texts: Texts;
  readonly ask: ViewProps['ask'];
  readonly announce: Announce;
  /** Saves a fact the seller typed. */
  readonly onEnter: (fact: string, input: string) => Promise<{ done: true } | { done: false; sentence: string }>;
}
