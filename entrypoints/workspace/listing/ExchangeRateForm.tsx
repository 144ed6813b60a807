import { useId, useState } from 'react';
import type { RateView } from '../../background/messages/exchange.ts';
import type { ListingPartProps } from './part-props.ts';

interface ExchangeRateFormProps extends Pick<ListingPartProps, 'texts' | 'ask'> {
  readonly rate: RateView;
  /** Saved or cleared, with the sentence to announce. */
  readonly onSaved: (told: string) => void;
}

/** Exchange rate entered by the seller; no rate is ever fetched. */
export function ExchangeRateForm({
  rate: { from, to, rate, day },
  texts: { say },
  ask,
  onSaved,
}: ExchangeRateFormProps) {
  const ids = { input: useId(), note: useId() };
  const [input, setInput] = useState(rate);
  const [refusal, setRefusal] = useState('');
  const save = async () => {
    const question = { kind: 'set-exchange-rate', pair: { from, to }, input } as const;
    const answer = await ask(question).catch(() => undefined);
    if (!answer?.done) return setRefusal(answer?.sentence ?? say('unanswered'));
    setRefusal('');
    onSaved(say(input.trim() === '' ? 'rateRemoved' : 'rateSaved', { from, to }));
  };
  return (
    <form
      className="rate"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor={ids.input}>{say('rateLabel', { from, to })}</label>
      <span className="rate-fields">
        <span aria-hidden="true">1 {from} =</span>
        <input
          id={ids.input}
          className="input"
          inputMode="decimal"
          maxLength={50}
          autoComplete="off"
          value={input}
          aria-describedby={ids.note}
          aria-invalid={refusal !== ''}
          onChange={({ target }) => setInput(target.value)}
        />
        <span aria-hidden="true">{to}</span>
        <button type="submit" className="button" disabled={input.trim() === rate}>
          {say('rateSave')}
        </button>
      </span>
      <p className={refusal === '' ? 'help' : 'error'} id={ids.note} role="status">
        {refusal || (rate === '' ? say('rateAsk') : say('rateSince', { day }))}
      </p>
    </form>
  );
}
