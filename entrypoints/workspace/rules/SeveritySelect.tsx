import { SeverityMark } from '../../../components/SeverityMark.tsx';
import type { Choice } from '../shell/scope.ts';
import type { Severity, Texts } from '../shell/texts.ts';

const severities: readonly Severity[] = ['error', 'warning', 'info'];

interface SeveritySelectProps {
  readonly choice: Choice;
  /** The rule's title. */
  readonly title: string;
  readonly isForAll: boolean;
  readonly texts: Texts;
  readonly onSeverity: (severity: Severity | null) => void;
}

export function SeveritySelect({ choice, title, isForAll, texts, onSeverity }: SeveritySelectProps) {
  const { severity, inherited } = choice;
  const level = texts.severities[inherited];
  return (
    <span className="severity">
      <SeverityMark level={severity ?? inherited} />
      <select
        className="input severity-input"
        aria-label={texts.say('severityOf', { title })}
        value={severity ?? ''}
        onChange={({ target }) => onSeverity(severities.find((one) => one === target.value) ?? null)}
      >
        <option value="">{texts.say(isForAll ? 'asItComes' : 'asAllStores', { level })}</option>
        {severities.map((one) => (
          <option key={one} value={one}>
            {texts.severities[one]}
          </option>
        ))}
      </select>
    </span>
  );
}
