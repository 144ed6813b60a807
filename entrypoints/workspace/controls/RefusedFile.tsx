import type { Texts } from '../shell/texts.ts';
import { RefusedPanel } from './RefusedPanel.tsx';
import type { Refused } from './shared-file.ts';

/** Most mistakes listed; the rest are only counted. */
const MOST_SHOWN = 5;

interface RefusedFileProps extends Refused {
  readonly texts: Texts;
  readonly onClose: () => void;
}

/** Why a file was refused: each mistake with its place in the file. */
export function RefusedFile({ sentence, refusals, texts, onClose }: RefusedFileProps) {
  const { say } = texts;
  return (
    <RefusedPanel title={say('refusedTitle')} closing={say('close')} onClose={onClose}>
      <p>{sentence || say('refusedLead')}</p>
      <ul className="panel-list">
        {refusals.slice(0, MOST_SHOWN).map((refusal) => (
          <li key={`${refusal.place} ${refusal.reason}`}>
            {texts.refusal(refusal)} {refusal.place && <code className="place">{refusal.place}</code>}
          </li>
        ))}
        {refusals.length > MOST_SHOWN && <li>{say('refusalsMore', { count: refusals.length - MOST_SHOWN })}</li>}
      </ul>
    </RefusedPanel>
  );
}
