import type { ImportStore } from '../../background/messages/imports.ts';
import type { StoreChoice } from '../files/reading/worker-messages.ts';
import { listAddress } from '../shell/addresses.ts';
import type { TextName, Texts } from '../shell/texts.ts';
import { type ImportJob, isUnderWay } from './import-queue.ts';
import { failureSentence } from './import-texts.ts';
import { MappingForm, type MappingFormProps } from './MappingForm.tsx';
import { reportName } from './report-texts.ts';
import { SkippedList } from './SkippedList.tsx';
import { StoreChoices } from './StoreChoices.tsx';

interface ImportCardProps {
  readonly job: ImportJob;
  readonly stores: readonly ImportStore[];
  readonly texts: Texts;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
  readonly onStore: (choices: readonly StoreChoice[]) => void;
  readonly guess: MappingFormProps['guess'];
  readonly onMap: MappingFormProps['onMap'];
}

/** One file: what it is, how far it is, what is asked, what became of it. */
export function ImportCard(props: ImportCardProps) {
  const { job, stores, texts, onCancel, onDismiss } = props;
  const { say } = texts;
  const underWay = isUnderWay(job);
  return (
    <article className={`job job-${job.step}`} aria-label={job.file.name}>
      <header className="job-head">
        <h2 className="job-name">{job.file.name}</h2>
        <span className="job-kind">
          {job.found && say(reportName(job.found.report))}
          {job.choices.length > 0 && ` – ${texts.list(job.choices.map((choice) => chosenName(choice, stores, texts)))}`}
        </span>
        <button type="button" className="button button-quiet job-end" onClick={underWay ? onCancel : onDismiss}>
          {say(underWay ? 'importCancel' : 'close')}
        </button>
      </header>
      <JobState {...props} />
    </article>
  );
}

function chosenName({ store: chosen }: StoreChoice, stores: readonly ImportStore[], { say }: Texts): string {
  const known = 'key' in chosen ? stores.find(({ key }) => key === chosen.key) : chosen;
  return known ? say('storeOption', { marketplace: say(known.marketplace), site: known.site, name: known.name }) : '';
}

function JobState({ job, stores, texts, onStore, guess, onMap }: ImportCardProps) {
  const { say } = texts;
  switch (job.step) {
    case 'waiting':
      return <p className="job-line">{say('importWaiting')}</p>;
    case 'reading':
    case 'storing':
      return <Progress job={job} texts={texts} />;
    case 'mapping':
      return job.table && <MappingForm table={job.table} stores={stores} texts={texts} guess={guess} onMap={onMap} />;
    case 'choosing':
      return job.found && <StoreChoices sites={job.found.sites} stores={stores} texts={texts} onStore={onStore} />;
    case 'stored':
      return <Summary job={job} texts={texts} />;
    case 'cancelled':
      return <p className="job-line">{say('importCancelled')}</p>;
    case 'failed':
      return (
        <p className="job-line error" role="alert">
          {job.failure && failureSentence(job.failure, texts)}
        </p>
      );
  }
}

const stepTexts: Readonly<Record<'reading' | 'storing', TextName>> = {
  reading: 'importReading',
  storing: 'importStoring',
};

function Progress({ job, texts: { say } }: { readonly job: ImportJob; readonly texts: Texts }) {
  const step = job.step === 'storing' ? 'storing' : 'reading';
  return (
    <>
      <progress className="job-bar" max={1} value={job.share} aria-label={say(stepTexts[step], { rows: job.rows })} />
      <p className="job-line">
        {say(stepTexts[step], { rows: job.rows })}
        <span className="job-left">{timeLeft(job, say)}</span>
      </p>
    </>
  );
}

/** Too early to tell before this share is done. */
const TELLING_SHARE = 0.05;

function timeLeft({ share, since }: ImportJob, say: Texts['say']): string {
  if (share < TELLING_SHARE) return '';
  const seconds = Math.ceil((((Date.now() - since) / 1000) * (1 - share)) / share);
  return seconds > 90
    ? say('importMinutesLeft', { minutes: Math.round(seconds / 60) })
    : say('importSecondsLeft', { seconds });
}

/** The listings of the store that the file was for. */
function listingsOf([first]: readonly StoreChoice[]): string {
  return first && 'key' in first.store ? listAddress({ store: first.store.key }) : '#/listings';
}

function Summary({ job: { found, result, file, choices }, texts }: { readonly job: ImportJob; readonly texts: Texts }) {
  const { say } = texts;
  if (!found || !result) return null;
  return (
    <>
      <p className="job-line job-taken">
        {result.isKnown
          ? say('importNothingNew')
          : say(found.report === 'orders' ? 'importTakenOrders' : 'importTakenListings', { count: result.taken })}
        {found.from !== null && found.to !== null && (
          <span className="job-days">
            {found.from === found.to
              ? texts.day(found.to)
              : say('importDays', { from: texts.day(found.from), to: texts.day(found.to) })}
          </span>
        )}
      </p>
      {!result.isKnown && (
        <p className="job-line help">
          {result.codes > 0 && <>{say('importTakenCodes', { count: result.codes })} </>}
          {say('importChecked')}{' '}
          <a className="link" href={listingsOf(choices)}>
            {say('viewListings')}
          </a>
        </p>
      )}
      <SkippedList skipped={result.skipped} fileName={file.name} texts={texts} />
    </>
  );
}
