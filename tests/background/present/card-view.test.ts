import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { EntryForm } from '../../../components/EntryForm.tsx';
import { FindingCard, Refusal } from '../../../components/FindingCard.tsx';
import type { Card, CardAct } from '../../../entrypoints/background/messages/shown.ts';
import type { View as AnyView } from '../../../entrypoints/background/messages/views.ts';
import { languages } from '../../../entrypoints/background/messages/words.ts';
import { cardView } from '../../../entrypoints/background/present/card-view.ts';
import { overlayTexts } from '../../../entrypoints/background/present/overlay-texts.ts';
import { fixtures } from '../../popup/fixtures.ts';

type View = AnyView<CardAct>;

const parts = { CopyButton, EntryForm, Refusal } as unknown as { readonly [tag: string]: 'div' | undefined };

/** What the page makes of a view, with React. */
function drawn(view: View, shared: object): ReactNode {
  if (typeof view === 'string') return view;
  const part = parts[view.tag];
  return part
    ? createElement(part, { ...view.props, ...shared })
    : createElement(view.tag, view.props, ...view.content.map((one) => drawn(one, shared)));
}

function actsOf(view: View): readonly CardAct[] {
  if (typeof view === 'string') return [];
  return [...(view.act ? [view.act] : []), ...view.content.flatMap(actsOf)];
}

const cards = languages.flatMap((language) =>
  Object.entries(fixtures.page(language).cards).map(([name, card]) => ({
    name: `${name}, ${language}`,
    card,
    language,
  })),
);
const rich = cards[0]?.card as Card;

describe('a card drawn in the page', () => {
  const nothing = () => undefined;

  test.each(cards)('is the one in our own pages: $name', ({ card, language }) => {
    const texts = overlayTexts(language);
    const shared = { texts, announce: nothing, onEnter: async () => ({ done: true }) };
    // As it arrives.
    const { title, view } = JSON.parse(JSON.stringify(cardView(card, 'id', true, language)));
    const { onEnter } = shared as unknown as { onEnter: () => Promise<{ done: true }> };
    const inOurPages = createElement(FindingCard, {
      card,
      texts,
      announce: nothing,
      onEnter,
      onClose: nothing,
      onRule: nothing,
      onImport: nothing,
      onTeach: nothing,
      onIgnore: nothing,
      onTurnOff: nothing,
      onListing: card.canIgnore ? nothing : undefined,
    });
    expect(title).toBe(card.title);
    const inPage = createElement('main', null, ...view.map((one: View) => drawn(one, shared)));
    expect(renderToStaticMarkup(inPage)).toBe(renderToStaticMarkup(createElement('main', null, inOurPages)));
  });

  test('says of each button what it does, with the finding, the rule and the field it is about', () => {
    const card: Card = {
      ...rich,
      rule: 'a/rule',
      canIgnore: true,
      canImport: true,
      teach: { record: 'page', field: 'x' },
    };
    expect(cardView(card, 'one', true, 'en').view.flatMap(actsOf)).toEqual([
      { kind: 'close' },
      { kind: 'start-teaching', tab: null, record: 'page', field: 'x' },
      { kind: 'open-imports' },
      { kind: 'open-rule', rule: 'a/rule' },
      { kind: 'open-listing', finding: 'one' },
      { kind: 'ignore', finding: 'one' },
      { kind: 'turn-off', finding: 'one' },
    ]);
  });

  test('asks for a reload in place of what could be overheard', () => {
    const card = cards.map((one) => one.card).find(({ entries }) => entries.length > 0) as Card;
    const sent = (takesEntries: boolean) => JSON.stringify(cardView(card, 'id', takesEntries, 'en'));
    const { reloadToEnter } = overlayTexts('en');
    expect(sent(true)).toContain('EntryForm');
    expect(sent(true)).not.toContain(reloadToEnter);
    expect(sent(false)).not.toContain('EntryForm');
    expect(sent(false)).toContain(reloadToEnter);
  });

  test('holds no markup: a title of tags stays a text', () => {
    const { view } = cardView({ ...rich, title: '<img src=x onerror=1>' }, 'id', true, 'en');
    expect(
      renderToStaticMarkup(
        createElement('main', null, ...view.map((one) => drawn(one, { texts: overlayTexts('en') }))),
      ),
    ).toContain('&lt;img src=x');
  });
});
