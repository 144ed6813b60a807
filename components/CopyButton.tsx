import { useEffect, useRef, useState } from 'react';

/** How long the button says that the value was copied. */
const COPIED_MS = 2000;

interface CopyButtonProps {
  readonly value: string;
  /** What is copied, for screen readers: "Highest price: $26.37". */
  readonly what: string;
  readonly texts: { readonly copy: string; readonly copied: string };
  readonly announce: (sentence: string) => void;
}

export function CopyButton({ value, what, texts, announce }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const copy = async (button: HTMLElement) => {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // A site may forbid clipboard writing; then the value is selected, ready for the seller's own copy command.
      const shown = button.previousElementSibling;
      if (shown) getSelection()?.selectAllChildren(shown);
      return;
    }
    setCopied(true);
    announce(texts.copied);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), COPIED_MS);
  };

  return (
    <button
      type="button"
      className="button"
      aria-label={`${copied ? texts.copied : texts.copy} ${what}`}
      onClick={(event) => copy(event.currentTarget)}
    >
      {copied ? texts.copied : texts.copy}
    </button>
  );
}
