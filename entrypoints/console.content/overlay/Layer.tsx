import { Component } from 'react';
import { Counts } from '../../../components/Counts.tsx';
import { FindingCard } from '../../../components/FindingCard.tsx';
import { Sentence } from '../../../components/Sentence.tsx';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import type {
  Appearance,
  Card,
  EntryAnswer,
  OverlayTexts,
  PresentedFinding,
  PresentedMargin,
} from '../../background/api.ts';
import { ask } from '../connection.ts';
import { countLevels, type Note } from './notes.ts';

/** Everything the overlay shows at one moment. */
export interface LayerState {
  readonly appearance: Appearance;
  /** All findings of the page, in the order of the walk. */
  readonly findings: readonly PresentedFinding[];
  /** Notes of the fields that are in view. */
  readonly notes: readonly Note[];
  /** Ids of notes whose field was typed into since. */
  readonly stale: ReadonlySet<string>;
  readonly remarks: readonly string[];
  readonly margin: PresentedMargin | null;
  readonly storeName: string;
  readonly hidden: boolean;
  readonly listOpen: boolean;
  readonly open: { readonly finding: PresentedFinding; readonly card: Card } | null;
  readonly announcement: string;
}

export interface LayerActions {
  openCard(finding: string, opener: HTMLElement): void;
  closeCard(): void;
  walk(step: 1 | -1): void;
  toggle(): void;
  toggleList(): void;
  enter(finding: string, fact: string, input: string): Promise<EntryAnswer>;
  ignore(finding: string): void;
  turnOff(finding: string): void;
  announce(sentence: string): void;
  /** Called with a note's element when it is drawn and with null when it goes. */
  noteDrawn(id: string, element: HTMLElement | null): void;
  cardDrawn(element: HTMLElement | null): void;
}

interface LayerProps {
  readonly state: LayerState;
  readonly actions: LayerActions;
}

export function Layer({ state, actions }: LayerProps) {
  const { appearance, findings, remarks, margin, notes, open, hidden } = state;
  const { texts, language } = appearance;
  return (
    <div lang={language}>
      {!hidden &&
        notes.map((note) => <NoteView key={note.id} note={note} stale={state.stale.has(note.id)} actions={actions} />)}
      {open && <OpenCard open={open} state={state} texts={texts} actions={actions} />}
      {(findings.length > 0 || remarks.length > 0 || margin) && <Dock state={state} texts={texts} actions={actions} />}
      <p className="visually-hidden" role="status">
        {state.announcement}
      </p>
    </div>
  );
}

interface ElementRef {
  current: HTMLDivElement | null;
}

interface NoteProps {
  readonly note: Note;
  readonly stale: boolean;
  readonly actions: LayerActions;
}

class NoteView extends Component<NoteProps> {
  readonly #element: ElementRef = { current: null };

  override componentDidMount() {
    this.props.actions.noteDrawn(this.props.note.id, this.#element.current);
  }

  override componentWillUnmount() {
    this.props.actions.noteDrawn(this.props.note.id, null);
  }

  override render() {
    const { note, stale, actions } = this.props;
    const { first, more } = note;
    return (
      <div ref={this.#element} className={`note note-${first.level}${stale ? ' note-stale' : ''}`}>
        <button
          type="button"
          className="note-button"
          onClick={(event) => actions.openCard(first.id, event.currentTarget)}
        >
          <SeverityMark level={first.level} word={first.levelName} />
          <span className="note-sentence">
            <Sentence text={first.sentence} />
          </span>
          {more > 0 && <span className="note-more">{`+${more}`}</span>}
        </button>
      </div>
    );
  }
}

interface OpenCardProps extends LayerProps {
  readonly open: NonNullable<LayerState['open']>;
  readonly texts: OverlayTexts;
}

class OpenCard extends Component<OpenCardProps> {
  readonly #element: ElementRef = { current: null };

  override componentDidMount() {
    this.props.actions.cardDrawn(this.#element.current);
  }

  /** Every step of the walk brings another card, at another field. */
  override componentDidUpdate(before: OpenCardProps) {
    if (before.open.finding !== this.props.open.finding) this.componentDidMount();
  }

  override componentWillUnmount() {
    this.props.actions.cardDrawn(null);
  }

  override render() {
    const { open, state, texts, actions } = this.props;
    const { finding, card } = open;
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
          onEnter={(fact, input) => actions.enter(finding.id, fact, input)}
          onRule={() => ask({ kind: 'open-rule', rule: finding.rule })}
          onImport={() => ask({ kind: 'open-imports' })}
          // The tab is the asking one.
          onTeach={() => card.teach && ask({ kind: 'start-teaching', tab: null, ...card.teach })}
          onIgnore={() => actions.ignore(finding.id)}
          onTurnOff={() => actions.turnOff(finding.id)}
          onListing={card.canIgnore ? () => ask({ kind: 'open-listing', finding: finding.id }) : undefined}
        />
      </div>
    );
  }
}

interface StepButtonProps {
  readonly step: 1 | -1;
  readonly texts: OverlayTexts;
  readonly actions: LayerActions;
}

function StepButton({ step, texts, actions }: StepButtonProps) {
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

interface DockProps extends LayerProps {
  readonly texts: OverlayTexts;
}

/** The page's findings at a glance, in the corner: how many, and a way through them by keyboard. */
function Dock({ state, texts, actions }: DockProps) {
  const { findings, remarks, margin, listOpen, hidden, storeName } = state;
  const { levelNames } = state.appearance;
  const counts = countLevels(findings);
  return (
    <section
      className="dock"
      aria-label={texts.dock}
      onKeyDown={(event) => event.key === 'Escape' && listOpen && actions.toggleList()}
    >
      {listOpen && (
        <div className="dock-list">
          <p className="dock-store">{storeName}</p>
          {remarks.map((remark) => (
            <p key={remark} className="dock-remark">
              {remark}
            </p>
          ))}
          {margin?.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity besides its place
            <p key={index} className="dock-remark">
              <Sentence text={line} />
            </p>
          ))}
          {findings.length === 0 && <p className="dock-nothing">{texts.dockNothing}</p>}
          <ul>
            {findings.map((finding) => (
              <li key={finding.id}>
                <button
                  type="button"
                  className="dock-finding"
                  onClick={(event) => actions.openCard(finding.id, event.currentTarget)}
                >
                  <SeverityMark level={finding.level} word={finding.levelName} />
                  <span className="dock-sentence">
                    <Sentence text={finding.sentence} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="dock-bar">
        <button type="button" className="dock-toggle" aria-expanded={listOpen} onClick={actions.toggleList}>
          <span className="dock-name">{texts.name}</span>
          {findings.length > 0 && <Counts counts={counts} words={levelNames} />}
          {findings.length === 0 && remarks.length > 0 && <SeverityMark level="info" />}
          {margin && <span className="dock-margin">{margin.brief}</span>}
        </button>
        {findings.length > 0 && (
          <>
            <StepButton step={-1} texts={texts} actions={actions} />
            <StepButton step={1} texts={texts} actions={actions} />
            <button type="button" className="button-quiet" aria-pressed={hidden} onClick={actions.toggle}>
              {hidden ? texts.show : texts.hide}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
