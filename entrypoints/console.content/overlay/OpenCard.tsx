import { Component } from 'react';
import type { OverlayTexts } from '../../background/messages/shown.ts';
import { Drawn } from './Drawn.tsx';
import { HiddenInput } from './HiddenInput.tsx';
import type { ElementRef, LayerState } from './layer-state.ts';
import { StepButton } from './StepButton.tsx';

interface OpenCardProps {
  readonly open: NonNullable<LayerState['open']>;
  readonly state: LayerState;
  readonly texts: OverlayTexts;
}

/** The card of one finding, beside its field. */
export class OpenCard extends Component<OpenCardProps> {
  readonly #element: ElementRef = { current: null };

  override componentDidMount() {
    this.props.open.actions.cardDrawn(this.#element.current);
  }

  /** Every step opens another card, at another field. */
  override componentDidUpdate(before: OpenCardProps) {
    if (before.open.finding !== this.props.open.finding) this.componentDidMount();
  }

  override componentWillUnmount() {
    this.props.open.actions.cardDrawn(null);
  }

  override render() {
    const { open, state, texts } = this.props;
    const { finding, card, actions, refusal } = open;
    const { announce } = actions;
    const place = state.findings.findIndex(({ id }) => id === finding.id) + 1;
    const onEnter = (fact: string, input: string) => actions.enter(finding.id, fact, input);
    return (
      <div
        ref={this.#element}
        className="card"
        role="dialog"
        aria-label={card.title}
        tabIndex={-1}
        onKeyDown={(event) => event.key === 'Escape' && actions.closeCard()}
      >
        {state.findings.length > 1 && (
          <nav className="card-walk" aria-label={texts.dock}>
            <StepButton step={-1} texts={texts} actions={actions} />
            <span>{`${place} / ${state.findings.length}`}</span>
            <StepButton step={1} texts={texts} actions={actions} />
          </nav>
        )}
        <Drawn
          key={finding.id}
          view={card.view}
          shared={{ texts, announce, onEnter, Input: HiddenInput, refusal }}
          onAct={actions.act}
        />
      </div>
    );
  }
}
