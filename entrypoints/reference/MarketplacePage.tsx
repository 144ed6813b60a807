import { SeverityMark } from '../../components/SeverityMark.tsx';
import type { Topic } from '../../rules/engine/rule.ts';
import type { Marketplace } from '../../rules/engine/sites.ts';
import type { Language } from '../background/messages/words.ts';
import { levelName } from '../background/present/finding.ts';
import { interfaceText } from '../background/present/messages.ts';
import { Legend } from './Legend.tsx';
import type { RuleEntry } from './model.ts';
import { RuleArticle } from './RuleArticle.tsx';
import { Shell } from './Shell.tsx';
import { referenceText } from './texts.ts';

interface MarketplacePageProps {
  readonly marketplace: Marketplace;
  readonly language: Language;
  /** In the order in which they are worth fixing. */
  readonly rules: readonly RuleEntry[];
}

/** All rules of one marketplace, by topic. */
export function MarketplacePage({ marketplace, language, rules }: MarketplacePageProps) {
  const name = interfaceText(language, marketplace);
  const topics = [...new Set(rules.map(({ topic }) => topic))].map((topic) => ({
    topic,
    own: rules.filter((rule) => rule.topic === topic),
  }));
  return (
    <Shell language={language} page={marketplace} title={referenceText(language, 'pageTitle', { marketplace: name })}>
      <div className="columns">
        <nav className="contents" id="contents" aria-label={referenceText(language, 'contents')}>
          <details>
            <summary>{referenceText(language, 'contents')}</summary>
            {topics.map(({ topic, own }) => (
              <div key={topic} className="contents-topic">
                <a className="contents-name" href={`#topic.${topic}`}>
                  {topicName(language, topic)}
                </a>
                <ul>
                  {own.map((rule) => (
                    <li key={rule.id}>
                      <a className="contents-rule" href={`#${rule.anchor}`}>
                        <SeverityMark
                          level={rule.levels[0] ?? 'info'}
                          word={levelName(language, rule.levels[0] ?? 'info')}
                        />
                        <span>{rule.title}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </details>
        </nav>
        <main>
          <h1>{referenceText(language, 'heading', { marketplace: name, count: rules.length })}</h1>
          <Legend language={language} marketplace={name} />
          {topics.map(({ topic, own }) => (
            <section key={topic} className="topic" aria-labelledby={`topic.${topic}`}>
              <h2 id={`topic.${topic}`}>{topicName(language, topic)}</h2>
              {own.map((rule) => (
                <RuleArticle key={rule.id} rule={rule} language={language} />
              ))}
            </section>
          ))}
          <p className="to-top">
            <a href="#contents">{referenceText(language, 'backToTop')}</a>
          </p>
        </main>
      </div>
    </Shell>
  );
}

export function topicName(language: Language, topic: Topic): string {
  return referenceText(language, `topic_${topic}`);
}
