import { CopyButton } from '../../components/CopyButton.tsx';
import type { PageHealth } from '../background/messages/overview.ts';
import { PAGE_RECORD } from '../console.content/reading/reading.ts';
import { Chevron } from './Chevron.tsx';
import type { Teach } from './teach.ts';
import type { Texts } from './texts.ts';

interface HealthProps {
  readonly health: PageHealth;
  readonly texts: Texts;
  readonly onTeach: Teach;
  readonly announce: (sentence: string) => void;
}

/** One line on how well the page was read; expands to the fields and to what the seller can teach. */
export function Health({ health, texts, onTeach, announce }: HealthProps) {
  const copy = { ...texts.card, copy: texts.say('copyDiagnosis') };
  if (health.fields.length === 0) return <p className="health quiet">{health.line}</p>;
  return (
    <details className="health" open={!health.recognised}>
      <summary className="summary">
        {health.line} <Chevron />
      </summary>
      {!health.recognised && <p className="quiet">{texts.say('teachUnknownPage')}</p>}
      <table className="health-fields">
        <thead>
          <tr>
            <th scope="col">{texts.say('field')}</th>
            <th scope="col">{texts.say('reading')}</th>
            <th scope="col">{texts.say('foundBy')}</th>
          </tr>
        </thead>
        <tbody>
          {health.fields.map((field) => (
            <HealthField key={`${field.record} ${field.field}`} field={field} texts={texts} onTeach={onTeach} />
          ))}
        </tbody>
      </table>
      <div className="health-foot">
        <CopyButton value={health.diagnosis} what="" texts={copy} announce={announce} />
        <p className="quiet">{texts.say('diagnosisHelp')}</p>
      </div>
    </details>
  );
}

interface HealthFieldProps {
  readonly field: PageHealth['fields'][number];
  readonly texts: Texts;
  readonly onTeach: Teach;
}

function HealthField({
  field: { record, field, label, shown, state, via, note, teach },
  texts,
  onTeach,
}: HealthFieldProps) {
  return (
    <tr>
      <th scope="row">
        {label}
        {record !== PAGE_RECORD && <span className="health-record">{record}</span>}
      </th>
      <td>
        <span className="health-shown">{shown || state}</span>
      </td>
      <td className="health-via">
        {via}
        {note && <span className="health-note">{note}</span>}
        {teach && (
          <button
            type="button"
            className="link health-teach"
            aria-label={`${texts.card.teach}: ${label}`}
            onClick={() => onTeach({ record, field })}
          >
            {texts.card.teach}
          </button>
        )}
      </td>
    </tr>
  );
}
