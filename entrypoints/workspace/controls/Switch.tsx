import type { Texts } from '../shell/texts.ts';

interface SwitchProps {
  readonly on: boolean;
  /** Accessible name of the switch. */
  readonly label: string;
  readonly texts: Texts;
  readonly onSwitch: (on: boolean) => void;
}

/** A switch whose state shows in position and word as well as in colour. */
export function Switch({ on, label, texts, onSwitch }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={on}
      aria-label={label}
      title={texts.say(on ? 'switchedOn' : 'switchedOff')}
      onClick={() => onSwitch(!on)}
    >
      <span className="switch-track" aria-hidden="true">
        <span className="switch-knob" />
      </span>
    </button>
  );
}
