import { useId, useState } from 'react';
import { Counts } from '../../components/Counts.tsx';
import { Sentence } from '../../components/Sentence.tsx';
import { SeverityMark } from '../../components/SeverityMark.tsx';
import type { PageOverview } from '../background/messages/overview.ts';
import { Health } from './Health.tsx';
import { Remarks } from './Remarks.tsx';
import type { Teach } from './teach.ts';
import type { Texts } from './texts.ts';

/** Findings shown before "show all", few enough that the shop's own problems stay visible below. */
const SHOWN_FIRST = 5;

interface ThisPageProps {
  readonly page: PageOverview;
  /** Whether to name the page's shop: it differs from the header's, or is unknown. */
  readonly namesStore: boolean;
  readonly texts: Texts;
  readonly onOpen: (finding: string) => void;
  readonly onTeach: Teach;
  readonly announce: (sentence: string) => void;
}

export function ThisPage({ page, namesStore, texts, onOpen, onTeach, announce }: ThisPageProps) {
  const id = useId();
  const [all, setAll] = useState(false);
  // Nothing was checked for an unknown shop, so nothing is clear.
  const clear = page.store.known && page.findings.length === 0 && page.remarks.length === 0;
  const shown = all ? page.findings : page.findings.slice(0, SHOWN_FIRST);

  return (
    <section className="part this-page" aria-labelledby={id}>
      <div className="part-head">
        <h2 className="part-title" id={id}>
          {texts.say('thisPage')} <span className="page-name">{page.name}</span>
        </h2>
        <Counts counts={page.counts} words={texts.levels} />
      </div>
      {namesStore && <p className="page-store">{page.store.name}</p>}
      {page.store.note && <p className="page-note">{page.store.note}</p>}
      <Remarks remarks={page.remarks} />
      {clear && <p className="quiet">{texts.say('pageClear')}</p>}
      {shown.length > 0 && (
        <ul className="findings">
          {shown.map((finding) => (
            <li key={finding.id}>
              <button type="button" className="finding" onClick={() => onOpen(finding.id)}>
                <SeverityMark level={finding.level} word={finding.levelName} />
                <span className="finding-text">
                  <span className="finding-sentence">
                    <Sentence text={finding.sentence} />
                  </span>
                  {finding.listing && <span className="finding-listing"> {finding.listing}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {shown.length < page.findings.length && (
        <button type="button" className="button-quiet show-all" onClick={() => setAll(true)}>
          {texts.say('showAll', { count: page.findings.length })}
        </button>
      )}
      {page.margin && (
        <div className="page-margin">
          {page.margin.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity besides its place
            <p key={index}>
              <Sentence text={line} />
            </p>
          ))}
        </div>
      )}
      <Health health={page.health} texts={texts} onTeach={onTeach} announce={announce} />
    </section>
  );
}
