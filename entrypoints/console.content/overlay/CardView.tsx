import { createElement, type FunctionComponent, type ReactNode } from 'react';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { EntryForm } from '../../../components/EntryForm.tsx';
import { Refusal } from '../../../components/FindingCard.tsx';
import type { CardAct, View } from '../../background/messages/shown.ts';

const parts = { CopyButton, EntryForm, Refusal } as unknown as {
  readonly [tag: string]: FunctionComponent<object> | undefined;
};

interface CardViewProps {
  readonly view: readonly View[];
  /** What the page adds to each of its own components. */
  readonly shared: object;
  readonly onAct: (act: CardAct) => void;
}

/** Draws what the worker made of a card. */
export function CardView({ view, shared, onAct }: CardViewProps): ReactNode {
  const drawn = (one: View): ReactNode => {
    if (typeof one === 'string') return one;
    const { tag, props, content, act } = one;
    const part = parts[tag];
    if (part) return createElement(part, { ...props, ...shared });
    return createElement(tag, act ? { ...props, onClick: () => onAct(act) } : props, ...content.map(drawn));
  };
  return view.map(drawn);
}
