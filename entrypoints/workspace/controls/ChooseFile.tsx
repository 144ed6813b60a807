import { type Ref, useRef } from 'react';

interface ChooseFileProps {
  /** Words of the button. */
  readonly words: string;
  /** Name of the field behind it, for those who do not see the button. */
  readonly label: string;
  /** As the browser's own dialog takes it; any file unless given. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly primary?: boolean;
  readonly button?: Ref<HTMLButtonElement>;
  /** Never called without a file. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the browser's dialog for files. */
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
          // The same file again is a change again.
          target.value = '';
        }}
      />
    </>
  );
}
