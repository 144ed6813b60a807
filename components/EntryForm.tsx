import { Component, type FormEvent } from 'react';
import type { Card, EntryAnswer, OverlayTexts } from '../entrypoints/background/messages/shown.ts';

export type Entry = Card['entries'][number];

/** Props of a text field of the form. */
export interface EntryInputProps {
  readonly id: string;
  readonly name: string;
  readonly className: string;
  readonly 'aria-label': string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
  readonly type: string;
  readonly inputMode: 'text' | 'decimal';
  readonly placeholder: string;
  readonly defaultValue: string;
  readonly autoComplete: string;
}

/** Renders a text field differently. */
export type EntryInput = new (props: EntryInputProps) => Component<EntryInputProps>;

interface EntryFormProps {
  readonly entry: Entry;
  readonly texts: Pick<OverlayTexts, 'save'>;
  /** Default: the browser's own input. */
  readonly Input?: EntryInput | undefined;
  /** `input`: what was entered; an ISO day for days, "true" or "false" for flags, the option's value for choices. */
  readonly onEnter: (fact: string, input: string) => Promise<EntryAnswer>;
  readonly announce: (sentence: string) => void;
}

interface EntryFormState {
  readonly error: string;
  readonly saving: boolean;
}

/** Asks the seller for one fact that the page does not show. */
export class EntryForm extends Component<EntryFormProps, EntryFormState> {
  override state = { error: '', saving: false };
  #select: HTMLSelectElement | null = null;

  override componentDidMount() {
    this.#choose();
  }

  override componentDidUpdate(before: EntryFormProps) {
    if (before.entry.current !== this.props.entry.current) this.#choose();
  }

  /** Not `defaultValue`: Preact supports that on inputs only. */
  #choose() {
    const { entry } = this.props;
    const chosen = entry.choices?.find(({ value, label }) => [value, label].includes(entry.current));
    if (this.#select) this.#select.value = chosen?.value ?? '';
  }

  readonly #keepSelect = (select: HTMLSelectElement | null) => {
    this.#select = select;
  };

  readonly #save = async (event: FormEvent<HTMLFormElement>) => {
    const { entry, onEnter, announce } = this.props;
    event.preventDefault();
    if (this.state.saving) return;
    const input = new FormData(event.currentTarget).get('entry');
    this.setState({ saving: true });
    const answer = await onEnter(entry.fact, typeof input === 'string' ? input : '');
    this.setState({ saving: false, error: answer.done ? '' : answer.sentence });
    if (!answer.done) announce(answer.sentence);
  };

  override render() {
    const { entry, texts, Input = 'input' } = this.props;
    const { error } = this.state;
    const id = `entry-${entry.fact}`;
    const described = {
      id,
      name: 'entry',
      className: 'entry-input',
      'aria-label': entry.label,
      'aria-describedby': `${id}help`,
      'aria-invalid': error !== '',
    };
    const { choices } = entry;
    return (
      <form className="entry" onSubmit={this.#save} noValidate>
        <label className="entry-label" htmlFor={id}>
          {entry.label}
        </label>
        <div className="entry-line">
          {choices ? (
            <select {...described} ref={this.#keepSelect}>
              <option value="" label=" " />
              {choices.map(({ value, label }) => (
                <option key={value} value={value} label={label} />
              ))}
            </select>
          ) : (
            <Input
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
}
