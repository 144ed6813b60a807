import { useCallback, useEffect, useState } from 'react';
import type { Shortcut } from '../../background/messages/welcome.ts';
import type { Ask } from '../shell/ask.ts';
import type { TextName, Texts } from '../shell/texts.ts';

const names: Readonly<Record<string, TextName>> = {
  'next-finding': 'shortcutNext',
  'previous-finding': 'shortcutPrevious',
  'toggle-warnings': 'shortcutToggle',
};

/** The keyboard commands as set in this browser. */
export function Shortcuts({ ask, texts }: { readonly ask: Ask; readonly texts: Texts }) {
  const { say } = texts;
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  const [failure, setFailure] = useState('');
  const load = useCallback(async () => {
    const answer = await ask({ kind: 'shortcuts' }).catch(() => undefined);
    if (answer) setShortcuts(answer);
  }, [ask]);
  useEffect(() => void load(), [load]);
  // Shortcuts are changed in another tab.
  useEffect(() => {
    const seen = () => void load();
    addEventListener('focus', seen);
    return () => removeEventListener('focus', seen);
  }, [load]);
  const change = async () => {
    const answer = await ask({ kind: 'change-shortcuts' }).catch(() => undefined);
    setFailure(answer?.done ? '' : (answer?.sentence ?? say('unanswered')));
  };
  return (
    <section className="welcome-part" aria-labelledby="welcome-shortcuts">
      <h2 id="welcome-shortcuts" className="topic-title">
        {say('shortcutsTitle')}
      </h2>
      <dl className="shortcuts">
        {shortcuts.flatMap(({ name, keys }) => {
          const text = Object.hasOwn(names, name) ? names[name] : undefined;
          if (!text) return [];
          return (
            <div key={name}>
              <dt>{say(text)}</dt>
              <dd>{keys ? <kbd>{keys}</kbd> : say('shortcutNone')}</dd>
            </div>
          );
        })}
      </dl>
      <button type="button" className="button" onClick={() => void change()}>
        {say('shortcutsChange')}
      </button>
      {failure && (
        <p className="error help" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}
