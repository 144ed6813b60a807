import { Counts } from '../../components/Counts.tsx';
import type { Rule } from '../../rules/engine/rule.ts';
import type { Marketplace } from '../../rules/engine/sites.ts';
import type { Language } from '../background/messages/words.ts';
import { levelNames } from '../background/present/finding.ts';
import { interfaceText } from '../background/present/messages.ts';
import { day, together } from '../background/present/values.ts';
import { Legend } from './Legend.tsx';
import { topicName } from './MarketplacePage.tsx';
import { Shell } from './Shell.tsx';
import { lastSeen } from './sources.ts';
import { referenceText } from './texts.ts';

interface IndexPageProps {
  readonly language: Language;
  readonly rules: ReadonlyMap<Marketplace, readonly Rule[]>;
}

/** The way into the reference: what there is for each marketplace, and how to read it. */
export function IndexPage({ language, rules }: IndexPageProps) {
  const count = [...rules.values()].reduce((sum, own) => sum + own.length, 0);
  return (
    <Shell language={language} page="index" title={referenceText(language, 'indexTitle')}>
      <main className="index">
        <h1>{referenceText(language, 'indexHeading')}</h1>
        <p className="lead">{referenceText(language, 'indexLead', { count })}</p>
        <ul className="marketplaces">
          {[...rules].map(([marketplace, own]) => (
            <li key={marketplace}>
              <h2>
                <a href={`${marketplace}.html`}>{interfaceText(language, marketplace)}</a>
              </h2>
              <p className="marketplace-count">{referenceText(language, 'checks', { count: own.length })}</p>
              <Counts counts={countsOf(own)} words={levelNames(language)} />
              <p className="quiet">
                {together(
                  language,
                  [...new Set(own.map(({ topic }) => topic))].map((topic) => topicName(language, topic)),
                )}
              </p>
            </li>
          ))}
        </ul>
        <Legend language={language} marketplace={referenceText(language, 'ownMarketplace')} />
        <p className="quiet">{referenceText(language, 'checked', { day: day(language, lastSeen()) })}</p>
      </main>
    </Shell>
  );
}

function countsOf(rules: readonly Rule[]) {
  const counts = { error: 0, warning: 0, info: 0, unknown: 0 };
  for (const { severity } of rules) counts[severity] += 1;
  return counts;
}
