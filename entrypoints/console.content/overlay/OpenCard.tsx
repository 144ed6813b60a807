import { Component } from 'react';
import { FindingCard } from '../../../components/FindingCard.tsx';
import type { OverlayTexts } from '../../background/messages/shown.ts';
import { ask } from '../connection.ts';
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
    const { finding, actions, takesEntries, refusal } = open;
    const hints = takesEntries || open.card.entries.length === 0 ? [] : [texts.reloadToEnter];
    const card = { ...open.card, hints: [...open.card.hints, ...hints] };
    const place = state.findings.findIndex(({ id }) => id === finding.id) + 1;
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
        <FindingCard
          key={card.finding}
          card={card}
          texts={texts}
          announce={actions.announce}
          onClose={actions.closeCard}
          onEnter={takesEntries ? (fact, input) => actions.enter(finding.id, fact, input) : undefined}
          Input={HiddenInput}
          refusal={refusal}
          onRule={() => ask({ kind: 'open-rule', rule: finding.rule })}
          onImport={() => ask({ kind: 'open-imports' })}
          // The tab is the sender's.
          onTeach={() => card.teach && ask({ kind: 'start-teaching', tab: null, ...card.teach })}
          onIgnore={() => actions.ignore(finding.id)}
          onTurnOff={() => actions.turnOff(finding.id)}
          onListing={card.canIgnore ? () => ask({ kind: 'open-listing', finding: finding.id }) : undefined}
        />
      </div>
    );
  }
}
