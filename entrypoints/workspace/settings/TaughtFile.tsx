import type { PresentedTaughtField, TaughtChanges } from '../../background/messages/teach.ts';
import { SharedFilePanel } from '../controls/SharedFilePanel.tsx';
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

/** Saves and loads a file of taught fields. Its changes are shown before they are applied. */
export function TaughtFile({ ask, texts, announce, hasFields, onTaken }: TaughtFileProps) {
  const { say } = texts;
  const file = useSharedFile<TaughtChanges>({
    take: (text, apply) => ask({ kind: 'import-taught', text, apply }),
    write: () => ask({ kind: 'export-taught' }),
    onTaken,
    texts,
    announce,
  });

  return (
    <SharedFilePanel
      file={file}
      texts={texts}
      className="taught-file"
      title="taughtShareTitle"
      heading={<h3 className="taught-marketplace">{say('taughtShareTitle')}</h3>}
      lead="taughtShareLead"
      save={hasFields ? 'taughtExport' : null}
      choose="taughtImport"
      chooseLabel="taughtChooseFile"
      preview="taughtPreview"
      nothing="taughtPreviewNothing"
      isNothing={({ added, changed }) => added.length === 0 && changed.length === 0}
    >
      {({ added, changed, same }) => (
        <>
          <Changed name="taughtAdded" fields={added} texts={texts} />
          <Changed name="taughtChanged" fields={changed} texts={texts} />
          <p className="help">
            {same > 0 && `${say('taughtSame', { count: same })} `}
            {say('previewKept')}
          </p>
        </>
      )}
    </SharedFilePanel>
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
