import { useEffect, useState } from 'react';
import type { News } from '../background/messages/welcome.ts';
import type { Ask } from './ask.ts';
import type { Texts } from './texts.ts';

interface NewsLinkProps {
  readonly ask: Ask;
  readonly texts: Texts;
  readonly onOpen: () => void;
}

/** Link to what is new after an update, until the seller has opened it. */
export function NewsLink({ ask, texts, onOpen }: NewsLinkProps) {
  const [news, setNews] = useState<News | null>(null);
  useEffect(() => {
    ask({ kind: 'news' })
      .catch(() => undefined)
      .then((answer) => setNews(answer ?? null));
  }, [ask]);
  if (!news?.unread) return null;
  return (
    <button type="button" className="link" onClick={onOpen}>
      {texts.say('news', { version: news.version })}
    </button>
  );
}
