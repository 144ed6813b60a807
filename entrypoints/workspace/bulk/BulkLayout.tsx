import { useId } from 'react';
import type { OpenedFile } from '../files/checking/worker-messages.ts';
import type { Texts } from '../shell/texts.ts';
import { asideSentence, kindTexts } from './bulk-texts.ts';

interface BulkLayoutProps {
  readonly file: OpenedFile;
  readonly texts: Texts;
  readonly isBusy: boolean;
  readonly onSheet: (sheet: string) => void;
}

/** What the file was recognised as, in which of its sheets, and which of its rows are no listings. */
export function BulkLayout({ file, texts, isBusy, onSheet }: BulkLayoutProps) {
  const { say } = texts;
  const id = useId();
  const { kind, sheet, aside } = file;
  const sheets = file.sheets.filter((one) => one.kind !== null);
  return (
    <>
      <p>
        {sheet === null || sheets.length > 1
          ? say(kindTexts[kind])
          : say('bulkInSheet', { kind: say(kindTexts[kind]), name: sheet })}
      </p>
      {sheet !== null && sheets.length > 1 && (
        <p className="bulk-sheet">
          <label htmlFor={id}>{say('bulkSheet')}</label>
          <select
            id={id}
            className="input"
            value={sheet}
            disabled={isBusy}
            onChange={({ target }) => onSheet(target.value)}
          >
            {sheets.map((one) => (
              <option key={one.name} value={one.name}>
                {one.kind === null
                  ? one.name
                  : say('bulkSheetOption', { name: one.name, kind: say(kindTexts[one.kind]) })}
              </option>
            ))}
          </select>
        </p>
      )}
      {aside.length > 0 && <p className="help bulk-aside">{asideSentence(file, texts)}</p>}
    </>
  );
}
