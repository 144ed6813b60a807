import type { TeachTexts } from '../entrypoints/background/messages/teach.ts';

interface TeachBarProps {
  readonly texts: TeachTexts;
  /** What was read, and how it was found; null while the seller points. */
  readonly preview: { readonly sentence: string; readonly found: string } | null;
  /** The last choice was rejected. */
  readonly isRefused: boolean;
  readonly onYes: () => void;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

/** Gives instructions while the seller points, and asks whether the right value was read. */
export function TeachBar({ texts, preview, isRefused, onYes, onAgain, onLeave }: TeachBarProps) {
  return (
    <>
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
            <p className={isRefused ? 'teach-refusal' : 'teach-lead'}>{isRefused ? <Refused /> : texts.teachLead}</p>
            <p className="teach-more">{isRefused ? texts.teachLead : texts.teachKeys}</p>
            <p className="visually-hidden">
              <Pointed />
            </p>
          </>
        )}
      </div>
      <div className="teach-buttons">
        {preview && (
          <>
            <button type="button" className="button button-primary" onClick={onYes}>
              {texts.teachYes}
            </button>
            <button type="button" className="button" onClick={onAgain}>
              {texts.teachAgain}
            </button>
          </>
        )}
        <button type="button" className="button-quiet" onClick={onLeave}>
          {texts.teachCancel}
        </button>
      </div>
    </>
  );
}

/** Why the last choice was rejected. */
export function Refused({ refusal = '' }: { readonly refusal?: string }) {
  return refusal;
}

/** Description of the element that is pointed at, for screen reader users. */
export function Pointed({ pointed = '' }: { readonly pointed?: string }) {
  return pointed;
}
