import { useCallback, useEffect, useState } from 'react';
import { CopyButton } from '../../../components/CopyButton.tsx';
import type { HealthField, HealthPage } from '../../background/messages/health.ts';
import type { Texts } from '../shell/texts.ts';
import type { ViewProps } from '../shell/view-props.ts';

/** How well each console page was read: open pages first, then the latest of each kind and shop. */
export function Diagnosis({ ask, settings, texts, announce }: ViewProps) {
  const [pages, setPages] = useState<readonly HealthPage[] | null>(null);
  const [failure, setFailure] = useState('');
  const { say } = texts;

  const load = useCallback(async () => {
    const answer = await ask({ kind: 'reading-health' }).catch(() => undefined);
    if (answer) setPages(answer.pages);
  }, [ask]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the settings stand for what is stored
  useEffect(() => void load(), [load, settings]);
  // Pages are read in other tabs, so reload when this one becomes visible.
  useEffect(() => {
    const seen = () => void (document.visibilityState === 'visible' && load());
    document.addEventListener('visibilitychange', seen);
    addEventListener('focus', seen);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('focus', seen);
    };
  }, [load]);

  const teach = async (tab: number | null, field: HealthField) => {
    const record = field.teach ?? '';
    const answer = await ask({ kind: 'start-teaching', tab, record, field: field.field }).catch(() => undefined);
    setFailure(answer?.done ? '' : (answer?.sentence ?? say('unanswered')));
  };

  return (
    <>
      <header className="view-head">
        <h1>{say('viewDiagnosis')}</h1>
        <p className="lead">{say('diagnosisLead')}</p>
      </header>
      {failure && (
        <p className="remark" role="alert">
          {failure}
        </p>
      )}
      {pages?.length === 0 && <p className="taught-empty">{say('diagnosisEmpty')}</p>}
      {pages?.map((page) => (
        <ReadPage
          key={page.key}
          page={page}
          texts={texts}
          announce={announce}
          onTeach={(field) => void teach(page.tab, field)}
        />
      ))}
    </>
  );
}

interface ReadPageProps {
  readonly page: HealthPage;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
  readonly onTeach: (field: HealthField) => void;
}

function ReadPage({ page, texts, announce, onTeach }: ReadPageProps) {
  const { say } = texts;
  const { name, store, marketplace, day, line, fellBack, lost, fields, diagnosis } = page;
  const here = fields.filter(({ level }) => level !== 'absent');
  const absent = fields.filter(({ level }) => level === 'absent');
  const copy = { copy: say('diagnosisCopy'), copied: say('diagnosisCopied') };
  return (
    <details className="read-page" open={day === null}>
      <summary className="read-page-head">
        <h2 className="read-page-name">{name}</h2>
        <span className="read-page-store">
          {say(marketplace)} · {store} · {day === null ? say('diagnosisOpen') : say('diagnosisLast', { day })}
        </span>
        <span className="read-page-line">{line}</span>
      </summary>
      {lost.map((sentence) => (
        <p key={sentence} className="remark">
          {sentence}
        </p>
      ))}
      {fellBack && <p className="help">{fellBack}</p>}
      {here.length > 0 && <FieldTable caption={name} fields={here} texts={texts} onTeach={onTeach} />}
      {absent.length > 0 && (
        <details className="read-page-absent">
          <summary>{say('diagnosisAbsent', { count: absent.length })}</summary>
          <FieldTable
            caption={say('diagnosisAbsent', { count: absent.length })}
            fields={absent}
            texts={texts}
            onTeach={onTeach}
          />
        </details>
      )}
      <div className="read-page-foot">
        <CopyButton value={diagnosis} what={say('diagnosisCopyOf', { page: name })} texts={copy} announce={announce} />
        <p className="help">{say('diagnosisHelp')}</p>
      </div>
    </details>
  );
}

interface FieldTableProps {
  readonly caption: string;
  readonly fields: readonly HealthField[];
  readonly texts: Texts;
  readonly onTeach: (field: HealthField) => void;
}

function FieldTable({ caption, fields, texts, onTeach }: FieldTableProps) {
  const { say } = texts;
  return (
    <table className="read-fields">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say('diagnosisField')}</th>
          <th scope="col">{say('diagnosisReading')}</th>
          <th scope="col">{say('diagnosisFoundBy')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.field} className={`read-field-${field.level}`}>
            <th scope="row">{field.label}</th>
            <td>{field.state}</td>
            <td>
              {field.via && <span className="read-via">{field.via}</span>}
              {field.note && <span className="help"> {field.note}</span>}
              {field.teach !== null && (
                <button
                  type="button"
                  className="link"
                  aria-label={say('diagnosisTeachOf', { label: field.label })}
                  onClick={() => onTeach(field)}
                >
                  {say('diagnosisTeach')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
