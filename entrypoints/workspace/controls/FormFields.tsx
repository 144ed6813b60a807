import { type ReactNode, useId } from 'react';

interface LabelledProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly error: string;
  readonly className?: string | undefined;
}

export function TextField({
  label,
  help,
  error,
  className,
  value,
  numeric,
  onInput,
}: LabelledProps & {
  readonly value: string;
  readonly numeric?: boolean | undefined;
  readonly onInput: (value: string) => void;
}) {
  const id = useId();
  return (
    <Labelled id={id} label={label} help={help} error={error} className={className}>
      <input
        id={id}
        className="input"
        value={value}
        inputMode={numeric ? 'decimal' : 'text'}
        autoComplete="off"
        aria-describedby={`${id}help`}
        aria-invalid={error !== ''}
        onChange={({ target }) => onInput(target.value)}
      />
    </Labelled>
  );
}

export function SelectField({
  label,
  help,
  error,
  className,
  value,
  choices,
  onChoose,
}: LabelledProps & {
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <Labelled id={id} label={label} help={help} error={error} className={className}>
      <select
        id={id}
        className="input"
        value={value}
        aria-describedby={`${id}help`}
        aria-invalid={error !== ''}
        onChange={({ target }) => onChoose(target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export function Labelled({
  id,
  label,
  help,
  error,
  className = '',
  children,
}: LabelledProps & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={`form-field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children}
      <p className="help" id={`${id}help`}>
        {error && <span className="error">{error} </span>}
        {help}
      </p>
    </div>
  );
}
