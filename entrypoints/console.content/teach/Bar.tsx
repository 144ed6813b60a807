import type { TeachPreview, TeachTexts } from '../../background/messages/teach.ts';

export interface BarState {
  /** Description of the pointed element, for screen reader users. */
  readonly pointed: string;
  /** Why the last choice was rejected; empty otherwise. */
  readonly refusal: string;
  readonly preview: TeachPreview | null;
}

interface BarProps {
  readonly state: BarState;
  readonly texts: TeachTexts;
  readonly onYes: () => void;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
  readonly onDrawn: (bar: HTMLElement | null) => void;
}

/** Gives instructions while the seller points, and asks whether the right value was read. */
export function Bar({ state, texts, onYes, onAgain, onLeave, onDrawn }: BarProps) {
  const { preview, pointed, refusal } = state;
  return (
    <section ref={onDrawn} className="teach" role="dialog" aria-label={texts.teachName} tabIndex={-1}>
      <div className="teach-words" role="status">
        {preview ? (
          <>
            <p className="teach-lead">
              {preview.sentence} <strong>{texts.teachConfirm}</strong>
            </p>
            <p className="teach-more">{preview.found}</p>
          </>
        ) : (
          <>
            <p className={refusal ? 'teach-refusal' : 'teach-lead'}>{refusal || texts.teachLead}</p>
            <p className="teach-more">{refusal ? texts.teachLead : texts.teachKeys}</p>
            <p className="visually-hidden">{pointed}</p>
          </>
        )}
      </div>
      <div className="teach-buttons">
        {preview && (
          <>
            <button key="yes" type="button" className="button button-primary" onClick={onYes}>
              {texts.teachYes}
            </button>
            <button type="button" className="button" onClick={onAgain}>
              {texts.teachAgain}
            </button>
          </>
        )}
        <button key="leave" type="button" className="button-quiet" onClick={onLeave}>
          {texts.teachCancel}
        </button>
      </div>
    </section>
  );
}
