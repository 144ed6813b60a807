import { useEffect, useId, useRef, useState } from 'react';
import { Sentence } from '../../../components/Sentence.tsx';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import type { WhatIfAnswer } from '../../background/messages/listings.ts';
import type { Card } from '../../background/messages/shown.ts';
import type { Ask } from '../shell/ask.ts';
import type { Texts } from '../shell/texts.ts';
import type { ListingPartProps } from './part-props.ts';

/** Keystrokes come in bursts; one question answers them all. */
const TYPED_MS = 200;

type Changes = Readonly<Record<string, string>>;

const NOTHING: Changes = {};

/** Prices, a coupon and a day to try, judged while typing. Nothing is stored. */
export function ListingWhatIf({ view, texts, ask }: ListingPartProps) {
  const id = useId();
  const [changes, setChanges] = useState<Changes>(NOTHING);
  const [day, setDay] = useState('');
  const now = useAnswer(ask, view, NOTHING, '');
  const tried = useAnswer(ask, view, changes, day);
  const change = (fact: string, input: string, current: string) =>
    setChanges(({ [fact]: _before, ...others }) => (input === current ? others : { ...others, [fact]: input }));
  const isTried = Object.keys(changes).length > 0 || day !== '';
  return (
    <section className="listing-part" aria-labelledby={id}>
      <h2 id={id}>{texts.say('tryTitle')}</h2>
      <p className="lead">{texts.say('tryLead')}</p>
      <div className="try">
        <form className="try-fields" onSubmit={(event) => event.preventDefault()} noValidate>
          {view.tryable.map((entry) => (
            <TryField
              key={entry.fact}
              entry={entry}
              value={changes[entry.fact] ?? entry.current}
              isTried={changes[entry.fact] !== undefined}
              error={tried?.refused[entry.fact] ?? ''}
              onInput={(input) => change(entry.fact, input, entry.current)}
            />
          ))}
          <DayField label={texts.say('tryDay')} day={day === '' ? (now?.day ?? '') : day} onDay={setDay} />
          <button
            type="button"
            className="button try-reset"
            disabled={!isTried}
            onClick={() => {
              setChanges(NOTHING);
              setDay('');
            }}
          >
            {texts.say('tryReset')}
          </button>
        </form>
        {tried && <Outcome tried={tried} now={isTried ? now : null} texts={texts} />}
      </div>
    </section>
  );
}

/** The findings; an answer to an earlier question never replaces a later one. */
function useAnswer(ask: Ask, view: ListingPartProps['view'], changes: Changes, day: string): WhatIfAnswer | null {
  const [answer, setAnswer] = useState<WhatIfAnswer | null>(null);
  const latest = useRef(0);
  useEffect(() => {
    latest.current += 1;
    const turn = latest.current;
    const question = { kind: 'what-if', store: view.store.key, listing: view.listing, changes } as const;
    const wait = setTimeout(
      async () => {
        const given = await ask({ ...question, day: day === '' ? null : day }).catch(() => undefined);
        if (given && turn === latest.current) setAnswer(given);
      },
      Object.keys(changes).length > 0 ? TYPED_MS : 0,
    );
    return () => clearTimeout(wait);
  }, [ask, view, changes, day]);
  return answer;
}

interface TryFieldProps {
  readonly entry: Card['entries'][number];
  readonly value: string;
  readonly isTried: boolean;
  readonly error: string;
  readonly onInput: (input: string) => void;
}

function TryField({ entry, value, isTried, error, onInput }: TryFieldProps) {
  const id = useId();
  const { kind, label, choices } = entry;
  const described = {
    id,
    className: isTried ? 'input input-tried' : 'input',
    value,
    'aria-invalid': error !== '',
    'aria-describedby': error === '' ? undefined : `${id}error`,
  };
  return (
    <div className="try-field">
      <label htmlFor={id}>{label}</label>
      {choices ? (
        <select {...described} onChange={({ target }) => onInput(target.value)}>
          <option value=""> </option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...described}
          type={kind === 'day' ? 'date' : 'text'}
          inputMode="decimal"
          autoComplete="off"
          maxLength={200}
          onChange={({ target }) => onInput(target.value)}
        />
      )}
      {error && (
        <p className="error help" id={`${id}error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function DayField({
  label,
  day,
  onDay,
}: {
  readonly label: string;
  readonly day: string;
  readonly onDay: (day: string) => void;
}) {
  const id = useId();
  return (
    <div className="try-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="input" type="date" value={day} onChange={({ target }) => onDay(target.value)} />
    </div>
  );
}

interface OutcomeProps {
  readonly tried: WhatIfAnswer;
  /** Current findings, for comparison; null while nothing is tried. */
  readonly now: WhatIfAnswer | null;
  readonly texts: Texts;
}

function Outcome({ tried, now, texts }: OutcomeProps) {
  const known = new Set(now?.verdicts.map(({ rule }) => rule));
  const found = new Set(tried.verdicts.map(({ rule }) => rule));
  const gone = now?.verdicts.filter(({ rule }) => !found.has(rule)) ?? [];
  const { left, percent, atMost, beforeReferral, open } = tried.margin;
  const fees = texts.list(open.map(({ label }) => label));
  return (
    <div className="try-outcome">
      <p className="try-count" role="status">
        {texts.say('tryFound', { count: tried.verdicts.length })}
      </p>
      <ul className="findings">
        {tried.verdicts.map(({ rule, level, levelName, title, sentence }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule may find something in several places
          <li key={`${rule} ${index}`} className="try-verdict">
            <SeverityMark level={level} word={levelName} />
            <span className="finding-text">
              <span className="finding-title">
                {title}
                {now && !known.has(rule) && <span className="try-new">{texts.say('tryNew')}</span>}
              </span>
              <span className="finding-sentence">
                <Sentence text={sentence} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      {gone.length > 0 && (
        <p className="try-gone">{texts.say('tryGone', { titles: texts.list(gone.map(({ title }) => title)) })}</p>
      )}
      {left !== null && percent !== null && (
        <p className="try-left">
          {texts.say(beforeReferral ? 'tryLeftBefore' : atMost ? 'tryLeftAtMost' : 'tryLeft', { left, percent, fees })}
        </p>
      )}
    </div>
  );
}
