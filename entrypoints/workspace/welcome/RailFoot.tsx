import { useEffect, useState } from 'react';
import type { News } from '../../background/messages/welcome.ts';
import type { Ask } from '../shell/ask.ts';
import type { View } from '../shell/route.ts';
import type { Texts } from '../shell/texts.ts';

interface RailFootProps {
  readonly ask: Ask;
  readonly texts: Texts;
  readonly view: View;
}

/** Below the views: links to the welcome page and to what is new, marked while unread. */
export function RailFoot({ ask, texts, view }: RailFootProps) {
  const { say } = texts;
  const [news, setNews] = useState<News | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view of the news marks them as read
  useEffect(() => {
    ask({ kind: 'news' })
      .catch(() => undefined)
      .then((answer) => {
        if (answer) setNews(answer);
      });
  }, [ask, view]);
  const isUnread = news?.unread === true && view !== 'news';
  return (
    <nav className="rail-foot" aria-label={say('railFoot')}>
      <a href="#/welcome" aria-current={view === 'welcome' ? 'page' : undefined}>
        {say('viewWelcome')}
      </a>
      <a href="#/news" aria-current={view === 'news' ? 'page' : undefined}>
        {say('viewNews')}
        {isUnread && <span className="news-unread">{say('newsUnread', { version: news.version })}</span>}
      </a>
    </nav>
  );
}
