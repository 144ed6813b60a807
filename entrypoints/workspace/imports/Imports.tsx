import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { ImportsOverview } from '../../background/messages/imports.ts';
import { DropZone } from '../controls/DropZone.tsx';
import type { Ask } from '../shell/ask.ts';
import type { Texts } from '../shell/texts.ts';
import type { ViewProps } from '../shell/view-props.ts';
import { ImportCard } from './ImportCard.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { ImportQueue, type ImportSurroundings } from './import-queue.ts';
import type { MappingFormProps } from './MappingForm.tsx';
import { reportTexts } from './report-texts.ts';

/** One for the tab: files go on being read while another view is shown. */
const queue = new ImportQueue();

/** The seller's own files: what they answer, those on their way in, and those that were taken. */
export function Imports({ ask, texts, announce }: ViewProps) {
  const { say } = texts;
  const jobs = useSyncExternalStore(queue.subscribe, queue.jobs);
  const { overview, load } = useImportsOverview(ask);
  const surroundings: ImportSurroundings = {
    startWorker: () =>
      new Worker(new URL('../files/reading/worker.ts', import.meta.url), { type: 'module', name: 'import' }),
    overview: () => ask({ kind: 'imports' }),
    stored: () => {
      void load();
      void ask({ kind: 'judge-imports' })
        .catch(() => undefined)
        .then(load);
    },
  };
  const guess = useCallback<MappingFormProps['guess']>(
    (headings, marketplace) =>
      ask({ kind: 'guess-columns', headings: [...headings], marketplace, purpose: 'import' }).catch(() => undefined),
    [ask],
  );
  const add = (files: readonly File[]) => {
    queue.add(files, surroundings);
    announce(say('importsAdded', { count: files.length }));
  };

  return (
    <>
      <header className="view-head">
        <h1>{say('viewImports')}</h1>
        <p className="lead">{say('importsLead')}</p>
      </header>
      <DropZone
        words={say('importsDrop')}
        choose={say('importsChoose')}
        label={say('importsChoose')}
        formats={say('importsFormats')}
        multiple
        onFiles={add}
      />
      {jobs.length > 0 && (
        <section className="jobs" aria-label={say('importsFiles')}>
          {jobs.map((job) => (
            <ImportCard
              key={job.id}
              job={job}
              stores={overview?.stores ?? []}
              texts={texts}
              onCancel={() => queue.cancel(job.id)}
              onDismiss={() => queue.dismiss(job.id)}
              onStore={(choices) => void queue.store(job.id, choices)}
              guess={guess}
              onMap={(mapping, choice) => {
                const { headings = [] } = job.table ?? {};
                const { marketplace, columns } = mapping;
                void ask({
                  kind: 'remember-columns',
                  headings: [...headings],
                  columns: [...columns],
                  marketplace,
                  purpose: 'import',
                }).catch(() => undefined);
                queue.map(job.id, mapping, choice);
              }}
            />
          ))}
        </section>
      )}
      {overview && overview.imports.length > 0 ? (
        <ImportHistory overview={overview} texts={texts} />
      ) : (
        <KnownReports texts={texts} />
      )}
    </>
  );
}

function useImportsOverview(ask: Ask): {
  readonly overview: ImportsOverview | null;
  readonly load: () => Promise<void>;
} {
  const [overview, setOverview] = useState<ImportsOverview | null>(null);
  const load = useCallback(async () => {
    const answer = await ask({ kind: 'imports' }).catch(() => undefined);
    if (answer) setOverview(answer);
  }, [ask]);
  useEffect(() => {
    void load();
    // What a worker that was stopped left undone.
    void ask({ kind: 'judge-imports' }).catch(() => undefined);
  }, [ask, load]);
  return { overview, load };
}

function KnownReports({ texts: { say } }: { readonly texts: Texts }) {
  return (
    <section className="known-reports" aria-label={say('importsKnown')}>
      <h2 className="topic-title">{say('importsKnown')}</h2>
      <dl>
        {Object.values(reportTexts).map(({ name, answers }) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{say(answers)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
