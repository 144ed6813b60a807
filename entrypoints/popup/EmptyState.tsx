import type { Texts } from './texts.ts';

const consoles = [
  ['emptyAmazon', 'emptyAmazonPages'],
  ['emptyTemu', 'emptyTemuPages'],
  ['emptyTiktok', 'emptyTiktokPages'],
] as const;

interface EmptyStateProps {
  readonly texts: Texts;
  /** Opens the welcome page with its sample product. */
  readonly onTry: () => void;
}

/** Nothing was checked yet: says which pages to open, and offers a product to try it on. */
export function EmptyState({ texts, onTry }: EmptyStateProps) {
  return (
    <section className="empty">
      <h2 className="lone-title">{texts.say('emptyTitle')}</h2>
      <p>{texts.say('emptyLead')}</p>
      <ul className="empty-pages">
        {consoles.map(([name, pages]) => (
          <li key={name} className="empty-page">
            <strong>{texts.say(name)}</strong>
            <span className="empty-checks">{texts.say(pages)}</span>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={onTry}>
        {texts.say('emptyTry')}
      </button>
      <p className="quiet empty-privacy">{texts.say('emptyPrivacy')}</p>
    </section>
  );
}
