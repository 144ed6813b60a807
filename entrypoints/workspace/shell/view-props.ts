import type { SettingsOverview } from '../../background/messages/settings.ts';
import type { Ask } from './ask.ts';
import type { Scope } from './scope.ts';
import type { Texts } from './texts.ts';

export type Announce = (sentence: string, kind?: 'failure') => void;

/** What every view is given. */
export interface ViewProps {
  readonly ask: Ask;
  readonly settings: SettingsOverview;
  readonly texts: Texts;
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  readonly target: string;
  readonly address: (path: string) => string;
  /** Puts a sentence into the one live region. One that says what did not happen is shown as well, until the next. */
  readonly announce: Announce;
  readonly reload: () => void;
}
