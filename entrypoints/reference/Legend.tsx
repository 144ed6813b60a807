import { SeverityMark } from '../../components/SeverityMark.tsx';
import type { Language, Level } from '../background/messages/words.ts';
import { levelName } from '../background/present/finding.ts';
import { interfaceText } from '../background/present/messages.ts';
import { OutcomeMark } from './RuleArticle.tsx';
import { type ReferenceText, referenceText } from './texts.ts';

const outcomes = [
  ['violation', 'error', 'outcomeViolation', 'outcomeViolationText'],
  ['ok', null, 'outcomeOk', 'outcomeOkText'],
  ['unknown', 'unknown', 'outcomeUnknown', 'outcomeUnknownText'],
  ['not-applicable', null, 'outcomeNotApplicable', 'outcomeNotApplicableText'],
] as const;

const severities: readonly (readonly [Level, ReferenceText])[] = [
  ['error', 'severityErrorText'],
  ['warning', 'severityWarningText'],
  ['info', 'severityInfoText'],
];

const certainties = [
  ['certaintyA', 'certaintyAText'],
  ['certaintyB', 'certaintyBText'],
  ['certaintyC', 'certaintyCText'],
  ['certaintyD', 'certaintyDText'],
] as const;

interface LegendProps {
  readonly language: Language;
  /** Whose text is meant by "its own text". */
  readonly marketplace: string;
}

/** How the outcomes, levels and certainties are to be read. */
export function Legend({ language, marketplace }: LegendProps) {
  const say = (name: ReferenceText) => referenceText(language, name);
  return (
    <section className="legend" aria-labelledby="how-to-read">
      <h2 id="how-to-read">{say('howToRead')}</h2>
      <div className="legend-parts">
        <div>
          <h3>{say('outcomes')}</h3>
          <dl>
            {outcomes.map(([outcome, level, name, text]) => (
              <div key={outcome}>
                <dt>
                  <OutcomeMark outcome={outcome} level={level} /> {say(name)}
                </dt>
                <dd>{say(text)}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div>
          <h3>{say('severities')}</h3>
          <dl>
            {severities.map(([level, text]) => (
              <div key={level}>
                <dt>
                  <SeverityMark level={level} /> {levelName(language, level)}
                </dt>
                <dd>{say(text)}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div>
          <h3>{say('certainties')}</h3>
          <dl>
            {certainties.map(([name, text]) => (
              <div key={name}>
                <dt className="certainty-name">{interfaceText(language, name, { marketplace })}</dt>
                <dd>{say(text)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <p className="quiet">{say('notLegal')}</p>
    </section>
  );
}
