import { type Ref, useRef } from 'react';

interface ChooseFileProps {
  /** Label of the button. */
  readonly words: string;
  /** Accessible name of the file input behind the button. */
  readonly label: string;
  /** As the input's `accept` attribute; default: any file. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly primary?: boolean;
  readonly button?: Ref<HTMLButtonElement>;
  /** Called with at least one file. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the browser's file dialog. */
export function ChooseFile({ words, label, accept, multiple, primary, button, onFiles }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={primary ? 'button button-primary' : 'button'}
        onClick={() => input.current?.click()}
      >
        {words}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          if (files.length > 0) onFiles(files);
          // Reset, so that choosing the same file again fires a change event.
          target.value = '';
        }}
      />
    </>
  );
}
