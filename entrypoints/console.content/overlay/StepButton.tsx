import type { OverlayTexts } from '../../background/messages/shown.ts';
import type { LayerActions } from './layer-state.ts';

interface StepButtonProps {
  readonly step: 1 | -1;
  readonly texts: OverlayTexts;
  readonly actions: Pick<LayerActions, 'walk'>;
}

/** Button for the next or previous finding, in the dock and in the card. */
export function StepButton({ step, texts, actions }: StepButtonProps) {
  return (
    <button
      type="button"
      className="button-icon step"
      aria-label={step === 1 ? texts.next : texts.previous}
      onClick={() => actions.walk(step)}
    >
      {step === 1 ? '›' : '‹'}
    </button>
  );
}
