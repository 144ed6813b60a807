import { useEffect, useRef, useState } from 'react';
import { Sentence } from '../../../components/Sentence.tsx';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import type { BulkWorker } from '../files/checking/ask-worker.ts';
import type { PresentedProblem } from '../files/checking/present.ts';
import type { ProblemFilter } from '../files/checking/worker-messages.ts';
import type { Ask } from '../shell/ask.ts';
import type { Texts } from '../shell/texts.ts';
import { BulkCard } from './BulkCard.tsx';
import { CHUNK, useVirtualChunks } from './virtual-chunks.ts';

interface BulkProblemsProps {
  readonly filter: ProblemFilter;
  readonly worker: BulkWorker;
  readonly ask: Ask;
  readonly texts: Texts;
  readonly announce: (sentence: string) => void;
}

/** Browsers draw nothing below some 16 million pixels, and nobody scrolls so far: the files have all. */
const MOST_LISTED = 100_000;

/** The problems, of which only those in view are drawn. */
export function BulkProblems({ filter, worker, ask, texts, announce }: BulkProblemsProps) {
  const { say, language } = texts;
  const [total, setTotal] = useState<number | null>(null);
  const [chunks, setChunks] = useState<ReadonlyMap<number, readonly PresentedProblem[]>>(new Map());
  const [open, setOpen] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const asked = useRef(new Set<number>());
  const count = Math.min(total ?? CHUNK, MOST_LISTED);
  const { first, end, before, behind, measure } = useVirtualChunks(count, list);

  useEffect(() => {
    for (let chunk = first; chunk < Math.max(end, 1); chunk += 1) {
      if (asked.current.has(chunk)) continue;
      asked.current.add(chunk);
      worker
        .ask('problems', { filter, language, from: chunk * CHUNK, count: CHUNK })
        .then((answer) => {
          setTotal(answer.total);
          setChunks((known) => new Map(known).set(chunk, answer.problems));
        })
        // The worker ended: its state is told above the list.
        .catch(() => undefined);
    }
  }, [first, end, worker, filter, language]);

  if (total === 0) return <p className="count">{say('bulkNothingShown')}</p>;
  return (
    <>
      <p className="count" role="status">
        {total === null ? '' : say('bulkShown', { count: total })}
        {total !== null && total > MOST_LISTED && ` ${say('bulkMostListed', { count: MOST_LISTED })}`}
      </p>
      <section ref={list} className="bulk-list" aria-label={say('bulkList')}>
        <div style={{ height: before }} />
        {Array.from({ length: end - first }, (_, offset) => first + offset).map((chunk) => (
          <ul key={chunk} ref={(element) => measure(chunk, element)}>
            {(chunks.get(chunk) ?? []).map((problem, index) => (
              <Problem
                key={problem.index}
                problem={problem}
                position={chunk * CHUNK + index + 1}
                total={total ?? 0}
                texts={texts}
                onOpen={() => setOpen(problem.index)}
              />
            ))}
          </ul>
        ))}
        <div style={{ height: behind }} />
      </section>
      {open !== null && (
        <BulkCard
          index={open}
          worker={worker}
          ask={ask}
          texts={texts}
          announce={announce}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface ProblemProps {
  readonly problem: PresentedProblem;
  /** 1-based place in the whole list. */
  readonly position: number;
  readonly total: number;
  readonly texts: Texts;
  readonly onOpen: () => void;
}

function Problem({ problem, position, total, texts: { say }, onOpen }: ProblemProps) {
  const { row, cell, heading, name, level, levelName, sentence, hasCard } = problem;
  const place = cell === null ? say('bulkRow', { row }) : say('bulkCell', { cell });
  return (
    <li className="bulk-problem" aria-setsize={total} aria-posinset={position}>
      <span className="bulk-place">
        <span>{place}</span>
        {name && <span className="bulk-sku">{name}</span>}
        {heading && <span className="bulk-heading">{heading}</span>}
      </span>
      <span className="bulk-sentence">
        <SeverityMark level={level} />
        <span>
          <span className="visually-hidden">{levelName}: </span>
          <Sentence text={sentence} />
        </span>
      </span>
      {hasCard && (
        <button type="button" className="link bulk-why" aria-label={say('bulkWhyOf', { place })} onClick={onOpen}>
          {say('bulkWhy')}
        </button>
      )}
    </li>
  );
}
