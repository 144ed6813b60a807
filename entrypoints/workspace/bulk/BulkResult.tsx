import { useState } from 'react';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import type { Level } from '../../background/messages/words.ts';
import { saveFile } from '../controls/save-file.ts';
import type { BulkWorker } from '../files/checking/ask-worker.ts';
import type { ExportFormat } from '../files/checking/export.ts';
import type { BulkSummary } from '../files/checking/present.ts';
import type { ProblemFilter } from '../files/checking/worker-messages.ts';
import type { Ask } from '../shell/ask.ts';
import type { Texts } from '../shell/texts.ts';
import { BulkProblems } from './BulkProblems.tsx';
import { BulkProgress } from './BulkProgress.tsx';
import type { BulkSession, BulkStep } from './bulk-session.ts';
import { failureSentence } from './bulk-texts.ts';

interface BulkResultProps {
  readonly state: Extract<BulkStep, { step: 'checked' }>;
  readonly session: BulkSession;
  readonly worker: BulkWorker;
  readonly ask: Ask;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
}

const levels: readonly Level[] = ['error', 'warning', 'info', 'unknown'];

/** What was found: counts, filters, the problems, and the files to take away. */
export function BulkResult({ state, session, worker, ask, texts, announce }: BulkResultProps) {
  const { say, language } = texts;
  const { summary, leftOut, storeUnread, unchecked } = state.checked;
  const [filter, setFilter] = useState<ProblemFilter>({ rule: null, levels: [] });
  const problems = levels.reduce((sum, level) => sum + summary.levels[level], 0);

  const save = async (format: ExportFormat) => {
    const blob = await session.export(format, filter, language);
    if (!blob) return;
    const name = exportName(state.name, state.scope.day, format);
    saveFile(name, blob);
    announce(say('exported', { name }));
  };
  const toggle = (level: Level) =>
    setFilter(({ rule, levels: chosen }) => ({
      rule,
      levels: chosen.includes(level) ? chosen.filter((one) => one !== level) : [...chosen, level],
    }));

  return (
    <section className="bulk-result" aria-label={say('bulkResult')}>
      <p className="bulk-verdict">
        {problems === 0
          ? say('bulkNoProblems', { count: summary.checked })
          : say('bulkVerdict', { rows: summary.checked, count: summary.withProblems })}
      </p>
      <ul className="bulk-remarks">
        {summary.leftOut > 0 && <li>{say('bulkLeftOut', { count: summary.leftOut })}</li>}
        {unchecked.length > 0 && (
          <li>{say('bulkUnchecked', { count: unchecked.length, columns: someOf(unchecked, texts) })}</li>
        )}
        {state.scope.store !== null && !storeUnread && <li>{say('bulkKnown', { count: summary.known })}</li>}
        {storeUnread && <li>{say('bulkStoreUnread')}</li>}
        {leftOut > 0 && <li>{say('bulkNotKept', { count: leftOut })}</li>}
      </ul>
      <Missing summary={summary} texts={texts} />
      {problems > 0 && (
        <>
          <Rules summary={summary} filter={filter} texts={texts} onFilter={setFilter} />
          <div className="bulk-tools">
            <fieldset className="chips bulk-levels">
              <legend className="visually-hidden">{say('bulkLevels')}</legend>
              {levels
                .filter((level) => summary.levels[level] > 0)
                .map((level) => (
                  <button
                    key={level}
                    type="button"
                    className="chip"
                    aria-pressed={filter.levels.includes(level)}
                    onClick={() => toggle(level)}
                  >
                    <SeverityMark level={level} /> {say(levelChips[level], { count: summary.levels[level] })}
                  </button>
                ))}
            </fieldset>
            <div className="bulk-exports">
              <button
                type="button"
                className="button button-primary"
                disabled={state.exporting !== null}
                onClick={() => void save('xlsx')}
              >
                {say('bulkExportXlsx')}
              </button>
              <button
                type="button"
                className="button"
                disabled={state.exporting !== null}
                onClick={() => void save('csv')}
              >
                {say('bulkExportCsv')}
              </button>
            </div>
          </div>
          {state.exporting && (
            <BulkProgress
              texts={texts}
              label={say('bulkExporting', { count: state.exporting.rows })}
              progress={state.exporting}
              onCancel={() => session.cancelExport()}
            />
          )}
          {state.exportFailure && (
            <p className="remark" role="alert">
              {say('bulkExportFailed')} {failureSentence(state.exportFailure, texts)}
            </p>
          )}
          <BulkProblems
            key={JSON.stringify([filter, language, state.scope])}
            filter={filter}
            worker={worker}
            ask={ask}
            texts={texts}
            announce={announce}
          />
        </>
      )}
    </section>
  );
}

const MOST_NAMED = 6;
const LONGEST_NAME = 40;

function someOf(headings: readonly string[], { say, list }: Texts): string {
  const named = headings.slice(0, MOST_NAMED).map((heading) => heading.slice(0, LONGEST_NAME));
  const more = headings.length - named.length;
  return list(more > 0 ? [...named, say('bulkMoreColumns', { count: more })] : named);
}

const levelChips = {
  error: 'bulkLevelError',
  warning: 'bulkLevelWarning',
  info: 'bulkLevelInfo',
  unknown: 'bulkLevelUnknown',
} as const;

interface RulesProps {
  readonly summary: BulkSummary;
  readonly filter: ProblemFilter;
  readonly texts: Texts;
  readonly onFilter: (filter: ProblemFilter) => void;
}

/** Every check that found something, with its rows; one of them can be chosen. */
function Rules({ summary, filter, texts: { say }, onFilter }: RulesProps) {
  return (
    <fieldset className="bulk-rules">
      <legend className="topic-title">{say('bulkRules')}</legend>
      <div className="bulk-rules-list">
        <button
          type="button"
          className="bulk-rule"
          aria-pressed={filter.rule === null}
          onClick={() => onFilter({ ...filter, rule: null })}
        >
          <span className="bulk-rule-title">{say('bulkAllRules')}</span>
          <span className="bulk-rule-rows">{say('bulkRows', { count: summary.withProblems })}</span>
        </button>
        {summary.rules.map(({ rule, title, level, levelName, rows }) => (
          <button
            key={rule}
            type="button"
            className="bulk-rule"
            aria-pressed={filter.rule === rule}
            onClick={() => onFilter({ levels: [], rule })}
          >
            <SeverityMark level={level} />
            <span className="bulk-rule-title">
              <span className="visually-hidden">{levelName} </span>
              {title}
            </span>
            <span className="bulk-rule-rows">{say('bulkRows', { count: rows })}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** What would let more checks decide. */
function Missing({ summary, texts: { say } }: { readonly summary: BulkSummary; readonly texts: Texts }) {
  if (summary.missing.length === 0) return null;
  return (
    <details className="bulk-missing">
      <summary>{say('bulkMissing')}</summary>
      <p className="help">{say('bulkMissingLead')}</p>
      <ul>
        {summary.missing.map(({ fact, label, rows }) => (
          <li key={fact}>{say('bulkMissingFact', { fact: label, count: rows })}</li>
        ))}
      </ul>
    </details>
  );
}

/** `offers.txt` checked for a day becomes `offers-checked-2026-12-01.xlsx`. */
function exportName(name: string, day: string, format: ExportFormat): string {
  return `${name.replace(/\.[^.]{1,5}$/u, '')}-checked-${day}.${format}`;
}
