import { marketplaceTexts } from '../../components/marketplace-texts.ts';
import { marketplaces } from '../../rules/engine/sites.ts';
import type { Texts } from './texts.ts';

interface EmptyStateProps {
  readonly texts: Texts;
  /** Opens the welcome page with its sample product. */
  readonly onTry: () => void;
}

/** Shown before anything was checked: says which pages to open, and offers a sample product. */
export function EmptyState({ texts, onTry }: EmptyStateProps) {
  return (
    <section className="empty">
      <h2 className="lone-title">{texts.say('emptyTitle')}</h2>
      <p>{texts.say('emptyLead')}</p>
      <ul className="empty-pages">
        {marketplaces.map((marketplace) => {
          const { console, pagesInPopup } = marketplaceTexts(texts.language, marketplace);
          return (
            <li key={marketplace} className="empty-page">
              <strong>{console}</strong>
              <span className="empty-checks">{pagesInPopup}</span>
            </li>
          );
        })}
      </ul>
      <button type="button" className="button" onClick={onTry}>
        {texts.say('emptyTry')}
      </button>
      <p className="quiet empty-privacy">{texts.say('emptyPrivacy')}</p>
    </section>
  );
}
