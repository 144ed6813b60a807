import { useCallback, useEffect, useRef, useState } from 'react';
import { marketplaces } from '../../../rules/engine/sites.ts';
import type { PresentedTaughtField } from '../../background/messages/teach.ts';
import type { Texts } from '../shell/texts.ts';
import type { ViewProps } from '../shell/view-props.ts';
import { TaughtFile } from './TaughtFile.tsx';

type Props = Pick<ViewProps, 'ask' | 'settings' | 'texts' | 'announce'>;

/** Fields the seller showed, by marketplace, to be taken back; and the file that shares them. */
export function TaughtFields({ ask, settings, texts, announce }: Props) {
  const [fields, setFields] = useState<readonly PresentedTaughtField[]>([]);
  const [removed, setRemoved] = useState<PresentedTaughtField | null>(null);
  const [failure, setFailure] = useState('');
  const { say } = texts;

  const load = useCallback(async () => {
    const answer = await ask({ kind: 'taught-fields' }).catch(() => undefined);
    if (answer) setFields(answer.fields);
  }, [ask]);
  // Settings are asked for anew after every change of what is stored, such as a field taught in a page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the settings stand for what is stored
  useEffect(() => void load(), [load, settings]);

  const remove = async (field: PresentedTaughtField) => {
    const answer = await ask({ kind: 'remove-taught', id: field.id }).catch(() => undefined);
    setFailure(answer?.done ? '' : (answer?.sentence ?? say('unanswered')));
    await load();
    if (!answer?.done) return;
    setRemoved(field);
    announce(say('taughtRemoved', { label: field.label }));
  };
  const undo = async (field: PresentedTaughtField) => {
    const answer = await ask({ kind: 'restore-taught', field: field.field }).catch(() => undefined);
    setFailure(answer?.done ? '' : (answer?.sentence ?? say('unanswered')));
    await load();
    if (!answer?.done) return;
    setRemoved(null);
    announce(say('taughtRestored', { label: field.label }));
  };

  return (
    <section className="taught" aria-labelledby="taught-title">
      <h2 className="topic-title" id="taught-title">
        {say('taughtTitle')}
      </h2>
      <p className="lead">{say('taughtLead')}</p>
      {failure && (
        <p className="remark" role="alert">
          {failure}
        </p>
      )}
      {removed && <Undo removed={removed} texts={texts} onUndo={() => void undo(removed)} />}
      {fields.length === 0 && <p className="taught-empty">{say('taughtEmpty')}</p>}
      {marketplaces.map((marketplace) => {
        const own = fields.filter((field) => field.marketplace === marketplace);
        if (own.length === 0) return null;
        return (
          <div key={marketplace} className="taught-group">
            <h3 className="taught-marketplace">{say(marketplace)}</h3>
            <ul className="rows">
              {own.map((field) => (
                <TaughtRow key={field.id} field={field} texts={texts} onRemove={() => void remove(field)} />
              ))}
            </ul>
          </div>
        );
      })}
      <TaughtFile
        ask={ask}
        texts={texts}
        announce={announce}
        hasFields={fields.length > 0}
        onTaken={() => void load()}
      />
    </section>
  );
}

interface RowProps {
  readonly field: PresentedTaughtField;
  readonly texts: Texts;
  readonly onRemove: () => void;
}

function TaughtRow({ field: { page, label, language, found, day }, texts, onRemove }: RowProps) {
  const { say } = texts;
  return (
    <li className="row taught-row">
      <div className="row-main">
        <p className="row-title">
          {page} · {label}
        </p>
        <p className="row-notes">
          <span>{found}</span>
          <span>
            {language === '*'
              ? say('taughtAnyLanguage')
              : say('taughtInLanguage', { language: named(language, texts) })}
          </span>
          <span>{say('taughtSince', { day })}</span>
        </p>
      </div>
      <span className="row-actions">
        <button
          type="button"
          className="button-quiet"
          aria-label={say('taughtRemoveOf', { label: `${page} ${label}` })}
          onClick={onRemove}
        >
          {say('taughtRemove')}
        </button>
      </span>
    </li>
  );
}

/** A language as it is called in the seller's: "German", "德语". The two Chinese interfaces differ by their script. */
function named(language: string, texts: Texts): string {
  const [primary = '', region] = language.split('-');
  const script = region === 'TW' ? 'Hant' : 'Hans';
  const tag = primary === 'zh' ? `zh-${script}` : primary;
  return new Intl.DisplayNames(texts.language, { type: 'language' }).of(tag) ?? language;
}

interface UndoProps {
  readonly removed: PresentedTaughtField;
  readonly texts: Texts;
  readonly onUndo: () => void;
}

function Undo({ removed, texts, onUndo }: UndoProps) {
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; the next step is here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for every field that is taken back
  useEffect(() => button.current?.focus(), [removed]);
  return (
    <p className="undo">
      <span>{texts.say('taughtRemoved', { label: removed.label })}</span>
      <button ref={button} type="button" className="link" onClick={onUndo}>
        {texts.say('undo')}
      </button>
    </p>
  );
}
