import { saveFile } from '../controls/save-file.ts';
import type { SkipReason } from '../files/reading/skipped.ts';
import type { SkippedSummary } from '../files/reading/worker-messages.ts';
import { csvRow } from '../files/writing/csv.ts';
import type { Texts } from '../shell/texts.ts';
import { skipText } from './import-texts.ts';

interface SkippedListProps {
  readonly skipped: SkippedSummary;
  readonly fileName: string;
  readonly texts: Texts;
}

/** Rows that were left out, by reason, and a file that names them. */
export function SkippedList({ skipped, fileName, texts: { say } }: SkippedListProps) {
  const reasons = Object.entries(skipped.counts) as [SkipReason, number][];
  if (reasons.length === 0) return null;
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  const save = () => {
    const lines = reasons.flatMap(([reason, count]) =>
      (skipped.rows[reason] ?? []).map((row) => [row, say(skipText(reason), { count })]),
    );
    const heading = [say('skippedRow'), say('skippedReason')];
    // Without the mark Excel takes the text for another encoding.
    const text = `\uFEFF${[heading, ...lines].map(csvRow).join('\r\n')}\r\n`;
    saveFile(`${say('skippedFile')} ${fileName}.csv`, new Blob([text], { type: 'text/csv' }));
  };
  return (
    <details className="skipped">
      <summary>{say('skippedRows', { count: total })}</summary>
      <ul className="skipped-reasons">
        {reasons.map(([reason, count]) => (
          <li key={reason}>
            <span className="skipped-count">{say('number', { count })}</span> {say(skipText(reason), { count })}
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={save}>
        {say('skippedSave')}
      </button>
    </details>
  );
}
