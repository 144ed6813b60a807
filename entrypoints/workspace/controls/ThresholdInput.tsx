import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { SettingsAnswer, SettingsThreshold } from '../../background/messages/settings.ts';
import type { Texts } from '../shell/texts.ts';

interface ThresholdInputProps {
  readonly threshold: SettingsThreshold;
  readonly chosen: string | null;
  readonly inherited: string | null;
  readonly isForAll: boolean;
  readonly texts: Texts;
  /** Undefined when the worker did not reply. */
  readonly onChoose: (input: string) => Promise<SettingsAnswer | undefined>;
  readonly announce: (sentence: string) => void;
}

/** A number the seller may choose. Saved on blur or Enter. */
export function ThresholdInput(props: ThresholdInputProps) {
  const { threshold, chosen, inherited, isForAll, texts, onChoose, announce } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState('');
  // Never replace what is being typed, even when the number changes elsewhere.
  const typing = useRef(false);
  useEffect(() => {
    if (input.current && !typing.current) input.current.value = chosen ?? '';
  }, [chosen]);

  const keep = async () => {
    const typed = (input.current?.value ?? '').replaceAll(/[\s%％]/gu, '');
    if (!typing.current) return;
    const answer = typed === (chosen ?? '') ? ({ done: true } as const) : await onChoose(typed);
    const sentence = sentenceOf(answer, texts);
    setError(sentence);
    if (sentence === '') {
      typing.current = false;
      if (input.current) input.current.value = typed;
    }
    announce(sentence || texts.say('saved'));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keep();
  };

  return (
    <form className="threshold" onSubmit={submit} noValidate>
      <label htmlFor={id}>{threshold.label}</label>
      <span className="threshold-field">
        <input
          ref={input}
          id={id}
          className="input threshold-input"
          inputMode="decimal"
          autoComplete="off"
          placeholder={inherited ?? ''}
          defaultValue={chosen ?? ''}
          aria-describedby={`${id}help`}
          aria-invalid={error !== ''}
          onChange={() => {
            typing.current = true;
          }}
          onBlur={() => void keep()}
        />
        {threshold.kind === 'percent' && <span aria-hidden="true">%</span>}
      </span>
      <p className="help" id={`${id}help`}>
        {error && <span className="error">{error} </span>}
        {help(threshold, inherited, isForAll, texts)}
      </p>
    </form>
  );
}

function help(
  { usual, minimum, maximum, kind }: SettingsThreshold,
  inherited: string | null,
  isForAll: boolean,
  texts: Texts,
): string {
  const sign = kind === 'percent' ? (texts.language === 'en' ? '\u00a0%' : '%') : '';
  const limits = { minimum: `${minimum}${sign}`, maximum: `${maximum}${sign}` };
  if (inherited === null) return texts.say('thresholdNone', limits);
  const name = isForAll || inherited === usual ? 'thresholdUsual' : 'thresholdAll';
  return texts.say(name, { ...limits, value: `${inherited}${sign}` });
}

/** Why a number was not saved. */
export function sentenceOf(answer: SettingsAnswer | undefined, texts: Texts): string {
  if (!answer) return texts.say('unanswered');
  if (answer.done) return '';
  return answer.sentence || answer.refusals.map((refusal) => texts.refusal(refusal)).join(' ');
}
