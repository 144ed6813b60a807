import { createElement, type FunctionComponent, type ReactNode } from 'react';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { EntryForm } from '../../../components/EntryForm.tsx';
import { Refusal } from '../../../components/FindingCard.tsx';
import { Pointed, Refused } from '../../../components/TeachBar.tsx';
import type { PartName, View } from '../../background/messages/views.ts';

const parts = { CopyButton, EntryForm, Refusal, Refused, Pointed } satisfies {
  [Name in PartName]: unknown;
} as unknown as { readonly [tag: string]: FunctionComponent<object> | undefined };

interface DrawnProps<Act> {
  readonly view: readonly View<Act>[];
  /** What the page adds to each of its own components. */
  readonly shared: object;
  readonly onAct: (act: Act) => void;
}

/** Draws what the worker has made of a card or of the teaching bar. */
export function Drawn<Act>({ view, shared, onAct }: DrawnProps<Act>): ReactNode {
  const drawn = (one: View<Act>): ReactNode => {
    if (typeof one === 'string') return one;
    const { tag, props, content, act } = one;
    const part = parts[tag];
    if (part) return createElement(part, { ...props, ...shared });
    return createElement(tag, act ? { ...props, onClick: () => onAct(act) } : props, ...content.map(drawn));
  };
  return view.map(drawn);
}
