import { Component } from 'react';
import { Counts } from '../../../components/Counts.tsx';
import { Sentence } from '../../../components/Sentence.tsx';
import { SeverityMark } from '../../../components/SeverityMark.tsx';
import type { OverlayTexts } from '../../background/messages/shown.ts';
import type { ElementRef, LayerActions, LayerState } from './layer-state.ts';
import { countLevels, type Note } from './notes.ts';
import { OpenCard } from './OpenCard.tsx';
import { StepButton } from './StepButton.tsx';
import { Toast } from './Toast.tsx';

export interface LayerProps {
  readonly state: LayerState;
  readonly actions: LayerActions;
}

export function Layer({ state, actions }: LayerProps) {
  const { appearance, findings, remarks, margin, notes, open, toast, hidden } = state;
  const { texts, language } = appearance;
  return (
    <div lang={language}>
      {!hidden && notes.map((note) => <NoteView key={note.id} note={note} actions={actions} />)}
      {open && <OpenCard open={open} state={state} texts={texts} />}
      {(findings.length > 0 || remarks.length > 0 || margin) && <Dock state={state} texts={texts} actions={actions} />}
      {toast && <Toast toast={toast} texts={texts} />}
      <p className="visually-hidden" role="status">
        {state.announcement}
      </p>
    </div>
  );
}

interface NoteProps {
  readonly note: Note;
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
    const { note, actions } = this.props;
    const { first, more } = note;
    return (
      <div ref={this.#element} className={`note note-${first.level}`}>
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

interface DockProps extends LayerProps {
  readonly texts: OverlayTexts;
}

/** The page's findings at a glance, in the corner: their number, and keyboard navigation through them. */
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
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity other than its index
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
