import { type ClipboardEvent, Component } from 'react';
import type { EntryInputProps } from '../../../components/EntryForm.tsx';

/**
 * A text field whose value the page cannot find: the native field renders transparent discs, and styles draw the value
 * over it. In a monospaced font discs are as wide as digits, so caret and selection are in the right place.
 */
export class HiddenInput extends Component<EntryInputProps, { readonly value: string }> {
  override state = { value: this.props.defaultValue };
  #shown: HTMLElement | null = null;

  readonly #keepShown = (element: HTMLElement | null) => {
    this.#shown = element;
  };

  readonly #follow = ({ currentTarget: input }: { readonly currentTarget: HTMLInputElement }) => {
    // A long value scrolls within its field once it is drawn completely.
    const scroll = () => {
      if (this.#shown) this.#shown.scrollLeft = input.scrollLeft;
    };
    if (input.value === this.state.value) scroll();
    else this.setState({ value: input.value }, scroll);
  };

  /** The browser would copy the discs. */
  readonly #copy = (event: ClipboardEvent<HTMLInputElement>) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const selected = value.slice(selectionStart ?? 0, selectionEnd ?? 0);
    if (!selected) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', selected);
    // Unlike assigning the value, this can be undone.
    if (event.type === 'cut') document.execCommand('delete');
  };

  override render() {
    const { className, placeholder, ...input } = this.props;
    const { value } = this.state;
    return (
      <span className={`${className} hidden-input`}>
        {/* A day too is typed: the parts of a date field would be found. */}
        <input
          {...input}
          type="text"
          onInput={this.#follow}
          onKeyUp={this.#follow}
          onScroll={this.#follow}
          onCopy={this.#copy}
          onCut={this.#copy}
        />
        <span ref={this.#keepShown} className={value ? 'hidden-value' : 'hidden-example'} aria-hidden="true">
          {value || placeholder}
        </span>
      </span>
    );
  }
}
