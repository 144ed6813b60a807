import type { ListingView } from '../../background/messages/listings.ts';
import type { Texts } from '../shell/texts.ts';
import type { Announce, ViewProps } from '../shell/view-props.ts';

/** What the parts of the view are given. */
export interface ListingPartProps {
  readonly view: ListingView;
  readonly texts: Texts;
  readonly ask: ViewProps['ask'];
  readonly announce: Announce;
  /** Keeps a fact the seller typed. */
  readonly onEnter: (fact: string, input: string) => Promise<{ done: true } | { done: false; sentence: string }>;
}
