import { CopyButton } from '../../../components/CopyButton.tsx';
import { EntryForm } from '../../../components/EntryForm.tsx';
import { FindingCard, Refusal } from '../../../components/FindingCard.tsx';
import type { Card, CardAct, OpenedCard, PartName, View } from '../messages/shown.ts';
import type { Language } from '../messages/words.ts';
import { overlayTexts } from './overlay-texts.ts';

/** Components that the page draws itself: they have a state, or what they show changes while the card is open. */
const parts: ReadonlyMap<unknown, PartName> = new Map<unknown, PartName>([
  [CopyButton, 'CopyButton'],
  [EntryForm, 'EntryForm'],
  [Refusal, 'Refusal'],
]);

/**
 * The card as the page draws it. The same component as in our own pages is called here, so that no page of a console
 * carries it.
 * @param id of the finding
 * @param takesEntries whether typing into the card is hidden from the page
 */
export function cardView(card: Card, id: string, takesEntries: boolean, language: Language): OpenedCard {
  const texts = overlayTexts(language);
  const acts = new Map<unknown, CardAct>();
  const doing = (act: CardAct) => {
    const press = () => undefined;
    acts.set(press, act);
    return press;
  };
  const { rule, teach } = card;
  const hints = takesEntries || card.entries.length === 0 ? [] : [texts.reloadToEnter];
  const drawn = FindingCard({
    card: { ...card, hints: [...card.hints, ...hints] },
    texts,
    announce: () => undefined,
    onEnter: takesEntries ? async () => ({ done: true }) : undefined,
    onClose: doing({ kind: 'close' }),
    onRule: rule === null ? undefined : doing({ kind: 'open-rule', rule }),
    onImport: doing({ kind: 'open-imports' }),
    // The tab is the sender's.
    onTeach: teach ? doing({ kind: 'start-teaching', tab: null, ...teach }) : undefined,
    onIgnore: doing({ kind: 'ignore', finding: id }),
    onTurnOff: doing({ kind: 'turn-off', finding: id }),
    onListing: card.canIgnore ? doing({ kind: 'open-listing', finding: id }) : undefined,
  });
  return { title: card.title, view: viewsOf(drawn, acts) };
}

interface Node {
  readonly type: unknown;
  readonly props: { readonly children?: unknown; readonly [name: string]: unknown };
}

/** What a component drew, as data. */
function viewsOf(node: unknown, acts: ReadonlyMap<unknown, CardAct>): View[] {
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (Array.isArray(node)) return node.flatMap((one) => viewsOf(one, acts));
  if (typeof node !== 'object') return [`${node}`];
  const { type, props } = node as Node;
  const part = parts.get(type);
  if (part) return [{ tag: part, props: plain(props), content: [] }];
  if (typeof type === 'function') return viewsOf(type(props), acts);
  const { children, onClick, ...attributes } = props;
  const act = acts.get(onClick);
  const view = { tag: type as string, props: plain(attributes), content: viewsOf(children, acts) };
  return [act ? { ...view, act } : view];
}

/** Properties that can be sent. The page has the texts, and its own functions. */
function plain(props: Node['props']): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(props).filter(
      ([name, value]) => name !== 'texts' && value !== undefined && typeof value !== 'function',
    ),
  );
}
