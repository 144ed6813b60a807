import { useId } from 'react';
import type { UnreadPage } from '../background/messages/overview.ts';
import type { Texts } from './texts.ts';

interface NotCheckedProps {
  readonly page: UnreadPage;
  readonly texts: Texts;
}

/** Shown on a console page that Preflight does not check: names nearby pages that it does. */
export function NotChecked({ page: { name, checked }, texts }: NotCheckedProps) {
  const id = useId();
  return (
    <section className="part this-page" aria-labelledby={id}>
      <div className="part-head">
        <h2 className="part-title" id={id}>
          {texts.say('thisPage')} {name !== null && <span className="page-name">{name}</span>}
        </h2>
      </div>
      <p>{texts.say('notChecked')}</p>
      <p className="quiet">{texts.say('checkedNearby')}</p>
      <ul className="checked-pages">
        {checked.map((page) => (
          <li key={page.name}>
            {page.address === null ? (
              page.name
            ) : (
              <a href={page.address} target="_blank" rel="noreferrer">
                {page.name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
