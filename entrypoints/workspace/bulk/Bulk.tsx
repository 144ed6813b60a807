import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import type { BulkPlace } from '../../background/messages/bulk.ts';
import { DropZone } from '../controls/DropZone.tsx';
import type { GuessColumns } from '../imports/MappingColumns.tsx';
import type { ViewProps } from '../shell/view-props.ts';
import { BulkLayout } from './BulkLayout.tsx';
import { BulkPlaceForm } from './BulkPlaceForm.tsx';
import { BulkProgress } from './BulkProgress.tsx';
import { BulkResult } from './BulkResult.tsx';
import { BulkSession, type ColumnsSaid } from './bulk-session.ts';
import { failureSentence } from './bulk-texts.ts';

const session = new BulkSession();

/** Checks a file before it is uploaded to the marketplace. */
export function Bulk({ ask, texts, announce }: ViewProps) {
  const { say, language } = texts;
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [places, setPlaces] = useState<readonly BulkPlace[] | null>(null);

  useEffect(() => {
    let ended = false;
    const load = async () => {
      const answer = await ask({ kind: 'bulk-places' }).catch(() => undefined);
      if (!ended) setPlaces(answer?.places ?? []);
    };
    void load();
    return () => {
      ended = true;
    };
  }, [ask]);

  useEffect(() => {
    void session.translate(language);
  }, [language]);

  const guess = useCallback<GuessColumns>(
    (headings, marketplace) =>
      ask({ kind: 'guess-columns', headings: [...headings], marketplace, purpose: 'check' }).catch(() => undefined),
    [ask],
  );

  const check = async (place: BulkPlace, day: string, columns: ColumnsSaid) => {
    if (columns && 'file' in state && state.file.table) {
      const { headings } = state.file.table;
      const said = { headings: [...headings], columns: [...columns], marketplace: place.marketplace };
      void ask({ kind: 'remember-columns', ...said, purpose: 'check' }).catch(() => undefined);
    }
    const decided = await ask({ kind: 'bulk-decisions', store: place.store }).catch(() => undefined);
    if (!decided) return announce(say('unanswered'));
    await session.check(place, day, columns, decided, language);
    const after = session.state();
    if (after.step === 'checked') announce(say('bulkDone', { count: after.checked.summary.withProblems }));
  };

  return (
    <>
      <header className="view-head">
        <h1>{say('viewBulk')}</h1>
        <p className="lead">{say('bulkLead')}</p>
      </header>
      {(state.step === 'idle' || state.step === 'refused') && (
        <>
          {state.step === 'refused' && (
            <section className="panel panel-refused" role="alert">
              <h2>{say('bulkRefused', { name: state.name })}</h2>
              <p>{failureSentence(state.failure, texts)}</p>
            </section>
          )}
          <DropZone
            words={say('bulkDrop')}
            choose={say('bulkChoose')}
            label={say('bulkChooseLabel')}
            formats={say('bulkFormats')}
            multiple={false}
            onFiles={([file]) => file && void session.open(file)}
          />
          {state.step === 'idle' && <Teaching say={say} />}
        </>
      )}
      {state.step === 'opening' && (
        <BulkProgress texts={texts} label={say('bulkOpening', { name: state.name })} onCancel={() => session.close()} />
      )}
      {'file' in state && (
        <section className="bulk-file" aria-label={say('bulkFile')}>
          <h2 className="bulk-name">{state.name}</h2>
          <BulkLayout
            file={state.file}
            texts={texts}
            isBusy={state.step === 'checking'}
            onSheet={(sheet) => void session.openSheet(sheet)}
          />
          <button type="button" className="link bulk-other" onClick={() => session.close()}>
            {say('bulkOther')}
          </button>
        </section>
      )}
      {places && (state.step === 'opened' || state.step === 'checked') && (
        <BulkPlaceForm
          key={`${state.name} ${state.file.sheet}`}
          places={places}
          file={state.file}
          texts={texts}
          before={state.step === 'checked' ? state.scope : null}
          guess={guess}
          onCheck={(place, day, columns) => void check(place, day, columns)}
        />
      )}
      {state.step === 'checking' && (
        <BulkProgress
          texts={texts}
          label={say('bulkChecking', { count: state.progress.rows })}
          progress={state.progress}
          onCancel={() => session.close()}
        />
      )}
      {state.step === 'checked' && session.worker && (
        <BulkResult
          state={state}
          session={session}
          worker={session.worker}
          ask={ask}
          texts={texts}
          announce={announce}
        />
      )}
    </>
  );
}

const kinds = [
  'bulkTeachFlat',
  'bulkTeachReport',
  'bulkTeachCoupons',
  'bulkTeachProcessing',
  'bulkTeachTable',
] as const;

/** What can be dropped here and what comes of it, with an example of a sentence. */
function Teaching({ say }: Pick<ViewProps['texts'], 'say'>) {
  return (
    <section className="bulk-teaching" aria-label={say('bulkTeach')}>
      <h2 className="topic-title">{say('bulkTeach')}</h2>
      <ul className="bulk-kinds">
        {kinds.map((name) => (
          <li key={name}>{say(name)}</li>
        ))}
      </ul>
      <p className="bulk-example">
        <SeverityMark level="error" /> <span>{say('bulkExample')}</span>
      </p>
      <p className="help">{say('bulkPrivacy')}</p>
    </section>
  );
}
