import { useId } from 'react';
import { SeverityMark } from '../../components/SeverityMark.tsx';
import type { StoreOverview } from '../background/messages/overview.ts';
import type { Texts } from './texts.ts';

interface UnknownsProps {
  readonly store: StoreOverview;
  readonly texts: Texts;
}

/** Checks that could not be decided, grouped by the missing fact, and how to supply it. */
export function Unknowns({ store, texts }: UnknownsProps) {
  const id = useId();
  if (store.unknowns.length === 0) return null;
  return (
    <section className="part" aria-labelledby={id}>
      <div className="part-head">
        <h2 className="part-title" id={id}>
          {texts.say('unknowns', { count: store.unknowns.reduce((sum, { checks }) => sum + checks, 0) })}
        </h2>
      </div>
      <ul>
        {store.unknowns.map(({ fact, sentence, help }) => (
          <li key={fact} className="unknown">
            <SeverityMark level="unknown" />
            <div>
              <p>{sentence}</p>
              <p className="quiet">{help}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
