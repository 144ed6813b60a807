import { useRef, useState } from 'react';
import { MOST_FILE_BYTES } from '../../rules/own-limits.ts';
import type { Refusal } from '../../rules/own-refusal.ts';
import type { ImportAnswer } from '../background/api.ts';
import type { Ask } from './ask.ts';
import { usePanelFocus } from './panel-focus.ts';
import { saveFile } from './save-file.ts';
import type { TextName, Texts } from './texts.ts';

/** More mistakes than these are counted only. */
const MOST_SHOWN = 5;

type Changes = Extract<ImportAnswer, { done: true }>['changes'];

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'preview'; readonly text: string; readonly changes: Changes }
  | { readonly step: 'refused'; readonly sentence: string; readonly refusals: readonly Refusal[] };

const changeTexts: readonly (readonly [keyof Changes, TextName])[] = [
  ['checksAdded', 'changeChecksAdded'],
  ['checksChanged', 'changeChecksChanged'],
  ['rulesChanged', 'changeRulesChanged'],
  ['thresholdsChanged', 'changeThresholdsChanged'],
];

interface SettingsFileProps {
  readonly ask: Ask;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
  readonly reload: () => void;
}

/** Settings to and from a file that a team shares. What a file would change is shown before it is taken over. */
export function SettingsFile({ ask, texts, announce, reload }: SettingsFileProps) {
  const [state, setState] = useState<State>({ step: 'idle' });
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const { say } = texts;

  const send = async (text: string, apply: boolean) => {
    const answer = await ask({ kind: 'import-settings', text, apply }).catch(() => undefined);
    if (!answer) return setState({ step: 'refused', sentence: say('unanswered'), refusals: [] });
    if (!answer.done) return setState({ step: 'refused', ...answer });
    if (!apply) return setState({ step: 'preview', text, changes: answer.changes });
    setState({ step: 'idle' });
    announce(say('applied'));
    reload();
    choose.current?.focus();
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    // By its size, before any of it is read.
    if (file.size > MOST_FILE_BYTES)
      return setState({
        step: 'refused',
        sentence: '',
        refusals: [{ place: '', reason: 'too-large', values: { most: MOST_FILE_BYTES } }],
      });
    const text = await file.text().catch(() => '');
    await send(text, false);
  };
  const save = async () => {
    const file = await ask({ kind: 'export-settings' }).catch(() => undefined);
    if (!file) return announce(say('unanswered'));
    saveFile(file.name, new Blob([file.text], { type: 'application/json' }));
    announce(say('exported', { name: file.name }));
  };
  const cancel = () => {
    setState({ step: 'idle' });
    choose.current?.focus();
  };

  return (
    <section className="file" aria-label={say('share')}>
      <h2 className="topic-title">{say('share')}</h2>
      <p className="lead">{say('shareLead')}</p>
      <div className="file-actions">
        <button type="button" className="button" onClick={() => void save()}>
          {say('export')}
        </button>
        <button ref={choose} type="button" className="button" onClick={() => input.current?.click()}>
          {say('import')}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={say('chooseFile')}
          onChange={({ target }) => {
            void read(target.files?.[0]);
            // The same file again is a change again.
            target.value = '';
          }}
        />
      </div>
      {state.step === 'preview' && (
        <Preview changes={state.changes} texts={texts} onApply={() => void send(state.text, true)} onCancel={cancel} />
      )}
      {state.step === 'refused' && <Refused {...state} texts={texts} onClose={cancel} />}
    </section>
  );
}

interface PreviewProps {
  readonly changes: Changes;
  readonly texts: Texts;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

function Preview({ changes, texts, onApply, onCancel }: PreviewProps) {
  const { say } = texts;
  const panel = usePanelFocus();
  const told = changeTexts.filter(([name]) => changes[name] > 0);
  return (
    <section ref={panel} tabIndex={-1} className="panel" aria-label={say('preview')}>
      <h3>{say('preview')}</h3>
      {told.length === 0 ? (
        <p>{say('previewNothing')}</p>
      ) : (
        <>
          <ul className="panel-list">
            {told.map(([name, text]) => (
              <li key={name}>{say(text, { count: changes[name] })}</li>
            ))}
          </ul>
          <p className="help">{say('previewKept')}</p>
        </>
      )}
      <div className="form-actions">
        {told.length > 0 && (
          <button type="button" className="button button-primary" onClick={onApply}>
            {say('apply')}
          </button>
        )}
        <button type="button" className="button" onClick={onCancel}>
          {say(told.length > 0 ? 'cancel' : 'close')}
        </button>
      </div>
    </section>
  );
}

interface RefusedProps {
  readonly sentence: string;
  readonly refusals: readonly Refusal[];
  readonly texts: Texts;
  readonly onClose: () => void;
}

function Refused({ sentence, refusals, texts, onClose }: RefusedProps) {
  const { say } = texts;
  const panel = usePanelFocus();
  const shown = refusals.slice(0, MOST_SHOWN);
  return (
    <section ref={panel} tabIndex={-1} className="panel panel-refused" aria-label={say('refusedTitle')}>
      <h3>{say('refusedTitle')}</h3>
      <p>{sentence || say('refusedLead')}</p>
      <ul className="panel-list">
        {shown.map((refusal) => (
          <li key={`${refusal.place} ${refusal.reason}`}>
            {texts.refusal(refusal)} {refusal.place && <code className="place">{refusal.place}</code>}
          </li>
        ))}
        {refusals.length > MOST_SHOWN && <li>{say('refusalsMore', { count: refusals.length - MOST_SHOWN })}</li>}
      </ul>
      <div className="form-actions">
        <button type="button" className="button" onClick={onClose}>
          {say('close')}
        </button>
      </div>
    </section>
  );
}
