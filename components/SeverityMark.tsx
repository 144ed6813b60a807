import type { Level } from '../entrypoints/background/messages/words.ts';

interface SeverityMarkProps {
  readonly level: Level;
  /** Read aloud in the mark's place. Left out where the word stands beside it. */
  readonly word?: string | undefined;
}

/** The styles draw outline and sign: a level is told by its shape first, then by colour and word. */
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
