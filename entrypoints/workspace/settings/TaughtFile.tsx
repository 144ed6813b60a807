import type { PresentedTaughtField, TaughtChanges } from '../../background/messages/teach.ts';
import { ChooseFile } from '../controls/ChooseFile.tsx';
import { usePanelFocus } from '../controls/panel-focus.ts';
import { RefusedFile } from '../controls/RefusedFile.tsx';
import { useSharedFile } from '../controls/shared-file.ts';
import type { Ask } from '../shell/ask.ts';
import type { TextName, Texts } from '../shell/texts.ts';

/** More fields than these are counted only. */
const MOST_FIELDS = 20;

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
  const { say } = texts;
  const file = useSharedFile<TaughtChanges>({
    take: (text, apply) => ask({ kind: 'import-taught', text, apply }),
    write: () => ask({ kind: 'export-taught' }),
    onTaken,
    texts,
    announce,
  });
  const { state } = file;

  return (
    <section className="taught-file" aria-label={say('taughtShareTitle')}>
      <h3 className="taught-marketplace">{say('taughtShareTitle')}</h3>
      <p className="lead">{say('taughtShareLead')}</p>
      <div className="file-actions">
        {hasFields && (
          <button type="button" className="button" onClick={file.save}>
            {say('taughtExport')}
          </button>
        )}
        <ChooseFile
          button={file.choose}
          words={say('taughtImport')}
          label={say('taughtChooseFile')}
          accept=".json,application/json"
          onFiles={file.read}
        />
      </div>
      {state.step === 'preview' && (
        <Preview changes={state.changes} texts={texts} onApply={file.apply} onCancel={file.close} />
      )}
      {state.step === 'refused' && <RefusedFile {...state} texts={texts} onClose={file.close} />}
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
