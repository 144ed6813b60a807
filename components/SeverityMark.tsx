import type { Level } from '../entrypoints/background/messages/words.ts';

/** Outline on a 16 × 16 grid: the shape conveys the level first, then colour and word. */
const outlines: Readonly<Record<Level, string>> = {
  error: 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z',
  warning: 'M8 1.2 15.4 14.6H.6z',
  info: 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z',
  unknown: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13z',
};

const signs: Readonly<Record<Level, string>> = {
  error: 'M5.6 5.6l4.8 4.8m0-4.8-4.8 4.8',
  warning: 'M8 6v4m0 2.2v.2',
  info: 'M8 4.4v.2m0 2.8v4.2',
  unknown: 'M6.1 6.3a2 2 0 1 1 2.9 1.8c-.7.4-1 .8-1 1.4m0 2v.1',
};

interface SeverityMarkProps {
  readonly level: Level;
  /** Accessible name. Omitted where the word stands beside the mark. */
  readonly word?: string | undefined;
}

export function SeverityMark({ level, word }: SeverityMarkProps) {
  return (
    <span className={`mark mark-${level}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path className="mark-outline" d={outlines[level]} />
        <path className="mark-sign" d={signs[level]} />
      </svg>
      {word && <span className="visually-hidden">{word} </span>}
    </span>
  );
}
