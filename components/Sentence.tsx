import type { RichText } from '../entrypoints/background/messages/words.ts';

/** Text with its deciding numbers emphasised. Values from a page are never treated as markup. */
export function Sentence({ text }: { readonly text: RichText }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity besides their place
  return text.map((part, index) => (part.strong ? <strong key={index}>{part.text}</strong> : part.text));
}
