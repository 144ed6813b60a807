import { Component, type MouseEvent } from 'react';

/** How long the button shows that the value was copied. */
const COPIED_MS = 2000;

interface CopyButtonProps {
  readonly value: string;
  /** What is copied, as an accessible name: "Highest price: $26.37". */
  readonly what: string;
  readonly texts: { readonly copy: string; readonly copied: string };
  readonly announce: (sentence: string) => void;
}

/** A class, like every shared component with state: hooks would add a library to every console page. */
export class CopyButton extends Component<CopyButtonProps, { readonly copied: boolean }> {
  override state = { copied: false };
  #timer: ReturnType<typeof setTimeout> | undefined;

  override componentWillUnmount() {
    clearTimeout(this.#timer);
  }

  readonly #copy = async ({ currentTarget: button }: MouseEvent<HTMLElement>) => {
    const { value, texts, announce } = this.props;
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // A site may forbid writing to the clipboard; then the value is selected for the seller to copy.
      const shown = button.previousElementSibling;
      if (shown) getSelection()?.selectAllChildren(shown);
      return;
    }
    this.setState({ copied: true });
    announce(texts.copied);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.setState({ copied: false }), COPIED_MS);
  };

  override render() {
    const { what, texts } = this.props;
    const word = this.state.copied ? texts.copied : texts.copy;
    return (
      <button type="button" className="button" aria-label={`${word} ${what}`} onClick={this.#copy}>
        {word}
      </button>
    );
  }
}
