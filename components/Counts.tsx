import type { Level, Counts as LevelCounts } from '../entrypoints/background/messages/words.ts';
import { SeverityMark } from './SeverityMark.tsx';

/** More than this is told as "999+", so that a store's name keeps its room. */
const COUNTED_TO = 999;

const worstFirst: readonly Level[] = ['error', 'warning', 'info', 'unknown'];

interface CountsProps {
  readonly counts: LevelCounts;
  /** The levels as words, for screen readers. */
  readonly words: Readonly<Record<Level, string>>;
}

/** Number of findings by level, worst first; levels without any are left out. Phrasing content: fits into a button. */
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
