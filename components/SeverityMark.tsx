import type { Level } from '../entrypoints/background/messages/words.ts';

interface SeverityMarkProps {
  readonly level: Level;
  /** Accessible name. Omitted where the word stands beside the mark. */
  readonly word?: string | undefined;
}

/** The styles draw outline and sign: the shape conveys the level first, then colour and word. */
export function SeverityMark({ level, word }: SeverityMarkProps) {
  return (
    <span className={`mark mark-${level}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path className="mark-outline" />
        <path className="mark-sign" />
      </svg>
      {word && <span className="visually-hidden">{word} </span>}
    </span>
  );
}
