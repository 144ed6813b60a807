import { Component } from 'react';
import type { OverlayTexts } from '../../background/messages/shown.ts';

/** The latest decision, with an undo button. */
export interface ToastState {
  readonly sentence: string;
  /** Omitted: cannot be undone here. */
  readonly onUndo?: (() => void) | undefined;
  /** Called when it has been shown long enough and nobody is about to press it. */
  readonly onEnd: () => void;
  /** Called with its element when drawn, and with null when removed. */
  readonly drawn: (element: HTMLElement | null) => void;
}

interface ToastProps {
  readonly toast: ToastState;
  readonly texts: OverlayTexts;
}

const SHOWN_MS = 8000;

export class Toast extends Component<ToastProps> {
  #element: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override componentDidMount() {
    this.props.toast.drawn(this.#element);
    this.#wait();
  }

  override componentDidUpdate(before: ToastProps) {
    if (before.toast !== this.props.toast) this.#wait();
  }

  override componentWillUnmount() {
    clearTimeout(this.#timer);
    this.props.toast.drawn(null);
  }

  /** It stays while hovered or focused. */
  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#element?.matches(':hover, :focus-within')) this.#wait();
      else this.props.toast.onEnd();
    }, SHOWN_MS);
  }

  readonly #keep = (element: HTMLElement | null) => {
    this.#element = element;
  };

  override render() {
    const { toast, texts } = this.props;
    return (
      <section
        ref={this.#keep}
        className="toast"
        aria-label={toast.sentence}
        onKeyDown={(event) => event.key === 'Escape' && toast.onEnd()}
      >
        <span className="toast-sentence">{toast.sentence}</span>
        {toast.onUndo && (
          <button type="button" className="link" onClick={toast.onUndo}>
            {texts.undo}
          </button>
        )}
      </section>
    );
  }
}
