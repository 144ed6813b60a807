import type { KeptData } from '../../background/messages/data.ts';
import type { Ask } from '../shell/ask.ts';
import type { Texts } from '../shell/texts.ts';

export interface DataProps {
  readonly ask: Ask;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
}

/** What the sections about the data are given beside that. */
export interface KeptProps extends DataProps {
  readonly kept: KeptData;
  /** Counts again, after something was replaced or deleted. */
  readonly onChanged: () => void;
}
