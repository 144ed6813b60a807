import { createRoot } from 'react-dom/client';
import buttons from '../../../assets/styles/buttons.css?inline';
import cardStyles from '../../../assets/styles/card.css?inline';
import components from '../../../assets/styles/components.css?inline';
import tokens from '../../../assets/styles/tokens.css?inline';
import { Counts } from '../../../components/Counts.tsx';
import { FindingCard } from '../../../components/FindingCard.tsx';
import type { Language } from '../../../entrypoints/background/messages/words.ts';
import { textsIn } from '../../../entrypoints/popup/texts.ts';
import { fixtures } from '../../popup/fixtures.ts';

/** One card of the fixtures as the overlay shows it: in a shadow root, 320 px wide. ?card=NAME&language=…&bare */
export interface CardHarness {
  announced: string[];
  entered: [fact: string, input: string][];
  /** The next entry is refused with this sentence. */
  refusal: string | null;
  pressed: string[];
}

declare global {
  interface Window {
    harness: CardHarness;
  }
}

const asked = new URLSearchParams(location.search);
const language = (asked.get('language') ?? 'en') as Language;
const { card: texts, levels } = textsIn(language);
const card = fixtures.page(language).cards[asked.get('card') ?? 'net'];
const harness: CardHarness = { announced: [], entered: [], refusal: null, pressed: [] };
window.harness = harness;

const bare = asked.has('bare');
const actions = {
  onClose: () => harness.pressed.push('close'),
  onRule: () => harness.pressed.push('rule'),
  onIgnore: () => harness.pressed.push('ignore'),
  onTurnOff: () => harness.pressed.push('turn-off'),
  onEnter: async (fact: string, input: string) => {
    harness.entered.push([fact, input]);
    return harness.refusal ? { done: false as const, sentence: harness.refusal } : { done: true as const };
  },
};

const host = document.querySelector('main');
if (host && card) {
  const shadow = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = `${tokens}\n${components}\n${buttons}\n${cardStyles}
    .preflight { width: 320px; padding: 12px; background: var(--surface) }`;
  const root = document.createElement('div');
  root.className = 'preflight';
  shadow.append(style, root);
  createRoot(root).render(
    <>
      <Counts counts={{ error: 1250, warning: 2, info: 0, unknown: 1 }} words={levels} />
      <FindingCard
        card={card}
        texts={texts}
        announce={(sentence) => harness.announced.push(sentence)}
        {...(bare ? {} : actions)}
      />
    </>,
  );
}
