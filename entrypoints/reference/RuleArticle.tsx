import type { ReactNode } from 'react';
import { Sentence } from '../../components/Sentence.tsx';
import { SeverityMark } from '../../components/SeverityMark.tsx';
import type { Language, Level } from '../background/messages/words.ts';
import { levelName } from '../background/present/finding.ts';
import { list } from '../background/present/values.ts';
import { Codes } from './Codes.tsx';
import type { ShownExample } from './examples.ts';
import type { RuleEntry } from './model.ts';
import { Periods, Sources } from './Provenance.tsx';
import { type ReferenceText, referenceText } from './texts.ts';

interface RuleProps {
  readonly rule: RuleEntry;
  readonly language: Language;
}

/** One rule, whole. */
export function RuleArticle({ rule, language }: RuleProps) {
  const say = (name: ReferenceText) => referenceText(language, name);
  const [own = 'info'] = rule.levels;
  return (
    <article className="rule" id={rule.anchor} aria-labelledby={`${rule.anchor}.title`}>
      <header className="rule-head">
        <SeverityMark level={own} />
        <h3 className="rule-title" id={`${rule.anchor}.title`}>
          <a href={`#${rule.anchor}`}>{rule.title}</a>
        </h3>
        <p className="rule-facts">
          <span className={`level level-${own}`}>{levelsText(rule, language)}</span>
          <code>{rule.id}</code>
          {rule.isOptIn && <span>{say('optIn')}</span>}
        </p>
      </header>
      <div className="condition">
        <h4>{say(rule.isEstimate ? 'conditionEstimate' : 'condition')}</h4>
        <p>{rule.condition}</p>
      </div>
      <dl className="rule-parts">
        <Part name={say('why')}>{rule.why}</Part>
        {rule.fixes.length > 0 && <Part name={say('fix')}>{list(language, rule.fixes)}</Part>}
        {rule.exempt && <Part name={say('exempt')}>{rule.exempt}</Part>}
        {rule.blind && <Part name={say('blind')}>{rule.blind}</Part>}
      </dl>
      <Codes rule={rule} language={language} />
      <Examples examples={rule.examples} language={language} />
      <Periods rule={rule} language={language} />
      <Sources rule={rule} language={language} />
    </article>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function levelsText({ levels, isEstimate }: RuleEntry, language: Language): string {
  if (isEstimate) return referenceText(language, 'estimate');
  const names = levels.map((level) => levelName(language, level));
  const last = names.pop() ?? '';
  return names.length === 0
    ? last
    : referenceText(language, 'severityOr', { first: list(language, names), second: last });
}

interface ExamplesProps {
  readonly examples: readonly ShownExample[];
  readonly language: Language;
}

/** The first that is reported and the first that passes are shown, the others when they are opened. */
function Examples({ examples, language }: ExamplesProps) {
  const shown = ['violation', 'ok'].flatMap((kind) => examples.find(({ outcome }) => outcome === kind) ?? []);
  const more = examples.filter((example) => !shown.includes(example));
  return (
    <section className="examples">
      <h4>{referenceText(language, 'examples')}</h4>
      <ExampleList examples={shown} language={language} />
      {more.length > 0 && (
        <details>
          <summary>{referenceText(language, 'moreExamples', { count: more.length })}</summary>
          <ExampleList examples={more} language={language} />
        </details>
      )}
    </section>
  );
}

function ExampleList({ examples, language }: ExamplesProps) {
  return (
    <ul className="example-list">
      {examples.map((example, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, to text
        <li key={index} className="example">
          <p className="example-outcome">
            <OutcomeMark {...example} />
            <strong>{outcomeName(example, language)}</strong>
            <span className="example-place">{example.place}</span>
          </p>
          <p className="example-facts">
            {example.facts.length === 0 && referenceText(language, 'nothingKnown')}
            {example.facts.map(({ label, shown }) => (
              <span key={label} className="example-fact">
                {label} <b>{shown}</b>
              </span>
            ))}
          </p>
          {example.sentence.length > 0 && (
            <p className="example-sentence">
              <Sentence text={example.sentence} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

const outcomeNames: Readonly<Record<ShownExample['outcome'], ReferenceText>> = {
  violation: 'outcomeViolation',
  ok: 'outcomeOk',
  unknown: 'outcomeUnknown',
  'not-applicable': 'outcomeNotApplicable',
};

/** How an example ends: the level of what is reported, otherwise the outcome. */
function outcomeName({ outcome, level }: ShownExample, language: Language): string {
  if (outcome === 'violation' && level) return levelName(language, level);
  if (outcome === 'ok' && level) return referenceText(language, 'outcomeEstimate');
  return referenceText(language, outcomeNames[outcome]);
}

/** A level's own mark; a tick for what passes, a bar for what does not apply. */
export function OutcomeMark({
  outcome,
  level,
}: {
  readonly outcome: ShownExample['outcome'];
  readonly level: Level | null;
}) {
  if (level) return <SeverityMark level={level} />;
  return (
    <span className="mark mark-quiet">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path className="mark-tick" d={outcome === 'ok' ? 'm3 8.5 3.4 3.4L13 5' : 'M3.5 8h9'} />
      </svg>
    </span>
  );
}
