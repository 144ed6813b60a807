import { useEffect } from 'react';
import english from '../../../assets/locales/en/news.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/news.json' with { type: 'json' };
import type { ViewProps } from '../shell/view-props.ts';

const releases = { en: english, 'zh-CN': chinese };

/** News of each version, latest first. Opening the view marks them as read. */
export function News({ ask, texts }: ViewProps) {
  const { say, language } = texts;
  useEffect(() => void ask({ kind: 'read-news' }).catch(() => undefined), [ask]);
  return (
    <>
      <header className="view-head">
        <h1>{say('viewNews')}</h1>
      </header>
      {releases[language].map(({ version, lines }) => (
        <section key={version} className="welcome-part" aria-label={say('newsVersion', { version })}>
          <h2 className="topic-title">{say('newsVersion', { version })}</h2>
          <ul className="welcome-points">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
