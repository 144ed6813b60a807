import { useEffect, useId, useState } from 'react';
import type { PriceHistory } from '../../background/messages/listings.ts';
import { PriceChart, wasPriceText } from './PriceChart.tsx';
import type { ListingPartProps } from './part-props.ts';

/** Prices per day with the Was Price and the prices that a coupon needs, as a chart and a table. */
export function ListingHistory({ view, texts, ask }: ListingPartProps) {
  const id = useId();
  const [history, setHistory] = useState<PriceHistory | null>(null);
  useEffect(() => {
    let ended = false;
    const load = async () => {
      const { store, listing } = view;
      const answer = await ask({ kind: 'price-history', store: store.key, listing }).catch(() => undefined);
      if (!ended && answer) setHistory(answer);
    };
    void load();
    return () => {
      ended = true;
    };
  }, [ask, view]);
  if (!history) return null;
  const { seen, paid, wasPrice, hints } = history;
  return (
    <section className="listing-part" aria-labelledby={id}>
      <h2 id={id}>{texts.say('historyTitle')}</h2>
      {seen.length === 0 && paid.length === 0 ? (
        <p className="lead">{texts.say('historyNone')}</p>
      ) : (
        <>
          <PriceChart history={history} texts={texts} />
          <p className="help">
            {texts.say('historyLead')}
            {paid.length > 0 && ` ${texts.say('paidLead')}`}
            {wasPrice && wasPrice.origin !== '' && ` ${wasPriceText(wasPrice, texts)}: ${wasPrice.origin}`}
          </p>
          <details className="history-table">
            <summary>{texts.say('historyTable')}</summary>
            <table className="facts">
              <thead>
                <tr>
                  <th scope="col">{texts.say('historyDay')}</th>
                  <th scope="col">{texts.say('historyPrice')}</th>
                </tr>
              </thead>
              <tbody>
                {seen.toReversed().map(({ day, shownDay, shown }) => (
                  <tr key={day}>
                    <th scope="row">{shownDay}</th>
                    <td>{shown}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {paid.length > 0 && (
              <table className="facts">
                <thead>
                  <tr>
                    <th scope="col">{texts.say('paidDay')}</th>
                    <th scope="col">{texts.say('paidPrice')}</th>
                    <th scope="col">{texts.say('paidUnits')}</th>
                  </tr>
                </thead>
                <tbody>
                  {paid.toReversed().map(({ day, shownDay, value, shown, units, promoted }) => (
                    <tr key={`${day} ${value} ${promoted}`}>
                      <th scope="row">{shownDay}</th>
                      <td>{shown}</td>
                      <td>{promoted ? texts.say('paidPromoted', { units }) : units}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </details>
        </>
      )}
      {hints.map((hint) => (
        <p key={hint} className="help">
          {hint}
        </p>
      ))}
    </section>
  );
}
