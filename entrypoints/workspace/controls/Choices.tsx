import { useId } from 'react';

interface ChoicesProps {
  readonly legend: string;
  readonly error: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Multiple choice among a few: checkboxes in the order of the choices. */
export function Choices({ legend, error, choices, chosen, onChoose }: ChoicesProps) {
  const id = useId();
  const change = (value: string, isChosen: boolean) =>
    onChoose(choices.map((choice) => choice.value).filter((one) => (one === value ? isChosen : chosen.includes(one))));
  return (
    <fieldset className={error === '' ? 'choices' : 'choices invalid'} aria-describedby={error === '' ? undefined : id}>
      <legend>{legend}</legend>
      <div className="choices-list">
        {choices.map(({ value, label }) => (
          <label key={value} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) => change(value, target.checked)}
            />
            {label}
          </label>
        ))}
      </div>
      {error && (
        <p className="error" id={id}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
