import type { Level, Counts as LevelCounts } from '../entrypoints/background/messages/words.ts';
import { SeverityMark } from './SeverityMark.tsx';

/** Larger counts are shown as "999+", to leave room for the shop's name. */
const COUNTED_TO = 999;

const worstFirst: readonly Level[] = ['error', 'warning', 'info', 'unknown'];

interface CountsProps {
  readonly counts: LevelCounts;
  /** Names of the levels, for screen readers. */
  readonly words: Readonly<Record<Level, string>>;
}

/** Findings per level, worst first, without empty levels. Phrasing content, so that it fits into a button. */
export function Counts({ counts, words }: CountsProps) {
  return (
    <span className="counts">
      {worstFirst
        .filter((level) => counts[level] > 0)
        .map((level) => (
          <span key={level} className="counts-level">
            <SeverityMark level={level} word={words[level]} />
            <span className="counts-number">{counts[level] > COUNTED_TO ? `${COUNTED_TO}+` : counts[level]}</span>
          </span>
        ))}
    </span>
  );
}
