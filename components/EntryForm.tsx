import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Card, EntryAnswer, OverlayTexts } from '../entrypoints/background/api.ts';

export type Entry = Card['entries'][number];

interface EntryFormProps {
  readonly entry: Entry;
  readonly texts: Pick<OverlayTexts, 'save' | 'yes' | 'no'>;
  /** `input` is what was typed: an ISO day for days, "true" or "false" for flags, the value of the choice. */
  readonly onEnter: (fact: string, input: string) => Promise<EntryAnswer>;
  readonly announce: (sentence: string) => void;
}

/** Asks the seller for one fact that the page does not show. */
export function EntryForm({ entry, texts, onEnter, announce }: EntryFormProps) {
  const id = `entry-${entry.fact}`;
  const [error, setError] = useState('');
  const [saving, setSaving] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  // Not `defaultValue`: Preact knows it for inputs only.
  useEffect(() => {
    if (select.current) select.current.value = entry.current;
  }, [entry.current]);

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (saving) return;
    const input = new FormData(event.currentTarget).get('entry');
    setSaving(true);
    const answer = await onEnter(entry.fact, typeof input === 'string' ? input : '');
    setSaving(false);
    setError(answer.done ? '' : answer.sentence);
    if (!answer.done) announce(answer.sentence);
  };

  const described = {
    id,
    name: 'entry',
    className: 'entry-input',
    'aria-describedby': `${id}help`,
    'aria-invalid': error !== '',
  };
  const choices = choicesOf(entry, texts);
  const chosen = choices?.find(({ value, label }) => entry.current === value || entry.current === label);

  return (
    <form className="entry" onSubmit={save} noValidate>
      <label className="entry-label" htmlFor={id}>
        {entry.label}
      </label>
      <div className="entry-line">
        {choices ? (
          <select {...described} defaultValue={chosen?.value ?? ''}>
            <option value=""> </option>
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...described}
            type={entry.kind === 'day' ? 'date' : 'text'}
            inputMode={entry.kind === 'text' ? 'text' : 'decimal'}
            placeholder={entry.example}
            defaultValue={entry.current}
            autoComplete="off"
          />
        )}
        <button type="submit" className="button button-primary">
          {texts.save}
        </button>
      </div>
      <p className="entry-help" id={`${id}help`}>
        {error && <span className="entry-error">{error} </span>}
        {entry.help}
      </p>
    </form>
  );
}

function choicesOf(entry: Entry, texts: EntryFormProps['texts']): Entry['choices'] {
  if (entry.kind !== 'flag') return entry.choices;
  return [
    { value: 'true', label: texts.yes },
    { value: 'false', label: texts.no },
  ];
}
