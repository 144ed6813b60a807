import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Card } from '../../background/messages/shown.ts';
import type { Texts } from '../shell/texts.ts';
import type { ListingPartProps } from './part-props.ts';

interface EntryFieldProps {
  readonly entry: Card['entries'][number];
  readonly texts: Texts;
  readonly onEnter: ListingPartProps['onEnter'];
  readonly announce: (sentence: string) => void;
}

/** One fact that only the seller knows. Saving an empty field clears the entry. */
export function EntryField({ entry, texts, onEnter, announce }: EntryFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const [error, setError] = useState('');
  useEffect(() => {
    if (field.current) field.current.value = entry.current;
  }, [entry.current]);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await onEnter(entry.fact, field.current?.value ?? '');
    setError(answer.done ? '' : answer.sentence);
    if (!answer.done) announce(answer.sentence);
  };
  const described = {
    id,
    ref: field,
    className: 'input entry-field-input',
    defaultValue: entry.current,
    'aria-describedby': `${id}help`,
    'aria-invalid': error !== '',
  };
  const { choices } = entry;
  return (
    <form className="entry-field" onSubmit={(event) => void save(event)} noValidate>
      <label htmlFor={id}>{entry.label}</label>
      <span className="entry-field-line">
        {choices ? (
          <select {...described}>
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
            autoComplete="off"
          />
        )}
        <button type="submit" className="button">
          {texts.say('save')}
        </button>
      </span>
      <p className="help" id={`${id}help`}>
        {error && <span className="error">{error} </span>}
        {entry.help}
      </p>
    </form>
  );
}
