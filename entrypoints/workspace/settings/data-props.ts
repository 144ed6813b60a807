import type { KeptData } from '../../background/messages/data.ts';
import type { Ask } from '../shell/ask.ts';
import type { Texts } from '../shell/texts.ts';

export interface DataProps {
  readonly ask: Ask;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
}

/** Additional props of the sections about stored data. */
export interface KeptProps extends DataProps {
  readonly kept: KeptData;
  /** Recounts after data was replaced or deleted. */
  readonly onChanged: () => void;
}
