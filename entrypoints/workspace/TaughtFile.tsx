import { useRef, useState } from 'react';
import { MOST_FILE_BYTES } from '../../rules/own-limits.ts';
import type { Refusal } from '../../rules/own-refusal.ts';
import type { PresentedTaughtField, TaughtChanges } from '../background/api-teach.ts';
import type { Ask } from './ask.ts';
import { usePanelFocus } from './panel-focus.ts';
import { RefusedPanel } from './RefusedPanel.tsx';
import { saveFile } from './save-file.ts';
import type { TextName, Texts } from './texts.ts';

/** More mistakes than these are counted only. */
const MOST_SHOWN = 5;
/** More fields than these are counted only. */
const MOST_FIELDS = 20;

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'preview'; readonly text: string; readonly changes: TaughtChanges }
  | { readonly step: 'refused'; readonly sentence: string; readonly refusals: readonly Refusal[] };

interface TaughtFileProps {
  readonly ask: Ask;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
  /** There is something to save. */
  readonly hasFields: boolean;
  readonly onTaken: () => void;
}

/** Taught fields to and from a file. What a file would change is shown before it is taken over. */
export function TaughtFile({ ask, texts, announce, hasFields, onTaken }: TaughtFileProps) {
  const [state, setState] = useState<State>({ step: 'idle' });
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const { say } = texts;

  const send = async (text: string, apply: boolean) => {
    const answer = await ask({ kind: 'import-taught', text, apply }).catch(() => undefined);
    if (!answer) return setState({ step: 'refused', sentence: say('unanswered'), refusals: [] });
    if (!answer.done) return setState({ step: 'refused', ...answer });
    if (!apply) return setState({ step: 'preview', text, changes: answer.changes });
    setState({ step: 'idle' });
    announce(say('applied'));
    onTaken();
    choose.current?.focus();
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    // By its size, before any of it is read.
    const tooLarge = { place: '', reason: 'too-large', values: { most: MOST_FILE_BYTES } } as const;
    if (file.size > MOST_FILE_BYTES) return setState({ step: 'refused', sentence: '', refusals: [tooLarge] });
    await send(await file.text().catch(() => ''), false);
  };
  const save = async () => {
    const file = await ask({ kind: 'export-taught' }).catch(() => undefined);
    if (!file) return announce(say('unanswered'));
    saveFile(file.name, new Blob([file.text], { type: 'application/json' }));
    announce(say('exported', { name: file.name }));
  };
  const close = () => {
    setState({ step: 'idle' });
    choose.current?.focus();
  };

  return (
    <section className="taught-file" aria-label={say('taughtShareTitle')}>
      <h3 className="taught-marketplace">{say('taughtShareTitle')}</h3>
      <p className="lead">{say('taughtShareLead')}</p>
      <div className="file-actions">
        {hasFields && (
          <button type="button" className="button" onClick={() => void save()}>
            {say('taughtExport')}
          </button>
        )}
        <button ref={choose} type="button" className="button" onClick={() => input.current?.click()}>
          {say('taughtImport')}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={say('taughtChooseFile')}
          onChange={({ target }) => {
            void read(target.files?.[0]);
            // The same file again is a change again.
            target.value = '';
          }}
        />
      </div>
      {state.step === 'preview' && (
        <Preview changes={state.changes} texts={texts} onApply={() => void send(state.text, true)} onCancel={close} />
      )}
      {state.step === 'refused' && (
        <RefusedPanel title={say('refusedTitle')} closing={say('close')} onClose={close}>
          <Reasons {...state} texts={texts} />
        </RefusedPanel>
      )}
    </section>
  );
}

interface PreviewProps {
  readonly changes: TaughtChanges;
  readonly texts: Texts;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

function Preview({ changes: { added, changed, same }, texts, onApply, onCancel }: PreviewProps) {
  const { say } = texts;
  const panel = usePanelFocus();
  const isNothing = added.length === 0 && changed.length === 0;
  return (
    <section ref={panel} tabIndex={-1} className="panel" aria-label={say('taughtPreview')}>
      <h3>{say('taughtPreview')}</h3>
      {isNothing && <p>{say('taughtPreviewNothing')}</p>}
      <Changed name="taughtAdded" fields={added} texts={texts} />
      <Changed name="taughtChanged" fields={changed} texts={texts} />
      {!isNothing && (
        <p className="help">
          {same > 0 && `${say('taughtSame', { count: same })} `}
          {say('previewKept')}
        </p>
      )}
      <div className="form-actions">
        {!isNothing && (
          <button type="button" className="button" onClick={onApply}>
            {say('apply')}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={onCancel}>
          {say(isNothing ? 'close' : 'cancel')}
        </button>
      </div>
    </section>
  );
}

interface ChangedProps {
  readonly name: TextName;
  readonly fields: readonly PresentedTaughtField[];
  readonly texts: Texts;
}

function Changed({ name, fields, texts }: ChangedProps) {
  if (fields.length === 0) return null;
  return (
    <>
      <p>{texts.say(name, { count: fields.length })}</p>
      <ul className="panel-list">
        {fields.slice(0, MOST_FIELDS).map(({ id, page, label, found }) => (
          <li key={id}>{texts.say('taughtItem', { page, label, found })}</li>
        ))}
        {fields.length > MOST_FIELDS && <li>…</li>}
      </ul>
    </>
  );
}

interface ReasonsProps {
  readonly sentence: string;
  readonly refusals: readonly Refusal[];
  readonly texts: Texts;
}

function Reasons({ sentence, refusals, texts }: ReasonsProps) {
  const { say } = texts;
  return (
    <>
      <p>{sentence || say('refusedLead')}</p>
      <ul className="panel-list">
        {refusals.slice(0, MOST_SHOWN).map((refusal) => (
          <li key={`${refusal.place} ${refusal.reason}`}>
            {texts.refusal(refusal)} {refusal.place && <code className="place">{refusal.place}</code>}
          </li>
        ))}
        {refusals.length > MOST_SHOWN && <li>{say('refusalsMore', { count: refusals.length - MOST_SHOWN })}</li>}
      </ul>
    </>
  );
}
