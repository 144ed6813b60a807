import type { SettingsOverview } from '../../background/messages/settings.ts';
import type { Ask } from './ask.ts';
import type { Scope } from './scope.ts';
import type { Texts } from './texts.ts';

export type Announce = (sentence: string, kind?: 'failure') => void;

/** Props of every view. */
export interface ViewProps {
  readonly ask: Ask;
  readonly settings: SettingsOverview;
  readonly texts: Texts;
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  readonly target: string;
  readonly address: (path: string) => string;
  /** Announces a sentence in the single live region. A failure is also shown, until the next sentence. */
  readonly announce: Announce;
  readonly reload: () => void;
}
