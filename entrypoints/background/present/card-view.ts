import { CopyButton } from '../../../components/CopyButton.tsx';
import { EntryForm } from '../../../components/EntryForm.tsx';
import { FindingCard, Refusal } from '../../../components/FindingCard.tsx';
import type { Card, CardAct, OpenedCard } from '../messages/shown.ts';
import type { PartName } from '../messages/views.ts';
import type { Language } from '../messages/words.ts';
import { overlayTexts } from './overlay-texts.ts';
import { ViewMaker } from './views.ts';

const parts: ReadonlyMap<unknown, PartName> = new Map<unknown, PartName>([
  [CopyButton, 'CopyButton'],
  [EntryForm, 'EntryForm'],
  [Refusal, 'Refusal'],
]);

/**
 * The card as the page draws it: by the component of our own pages.
 * @param id of the finding
 * @param takesEntries whether typing into the card is hidden from the page
 */
export function cardView(card: Card, id: string, takesEntries: boolean, language: Language): OpenedCard {
  const texts = overlayTexts(language);
  const maker = new ViewMaker<CardAct>(parts);
  const { rule, teach } = card;
  const hints = takesEntries || card.entries.length === 0 ? [] : [texts.reloadToEnter];
  const drawn = FindingCard({
    card: { ...card, hints: [...card.hints, ...hints] },
    texts,
    announce: () => undefined,
    onEnter: takesEntries ? async () => ({ done: true }) : undefined,
    onClose: maker.doing({ kind: 'close' }),
    onRule: rule === null ? undefined : maker.doing({ kind: 'open-rule', rule }),
    onImport: maker.doing({ kind: 'open-imports' }),
    // The tab is the sender's.
    onTeach: teach ? maker.doing({ kind: 'start-teaching', tab: null, ...teach }) : undefined,
    onIgnore: maker.doing({ kind: 'ignore', finding: id }),
    onTurnOff: maker.doing({ kind: 'turn-off', finding: id }),
    onListing: card.canIgnore ? maker.doing({ kind: 'open-listing', finding: id }) : undefined,
  });
  return { title: card.title, view: maker.views(drawn) };
}
