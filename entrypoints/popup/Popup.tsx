import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { browserLanguage } from '../../components/browser-language.ts';
import { useCurrentAnswer } from '../../components/current-answer.ts';
import type { Overview } from '../background/messages/overview.ts';
import type { Counts, Language } from '../background/messages/words.ts';
import type { Ask } from './ask.ts';
import { Decisions } from './Decisions.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Header } from './Header.tsx';
import { NewsLink } from './NewsLink.tsx';
import { NotChecked } from './NotChecked.tsx';
import { OpenCard, type OpenFinding } from './OpenCard.tsx';
import { Pending } from './Pending.tsx';
import { Problems } from './Problems.tsx';
import { Remarks } from './Remarks.tsx';
import { ThisPage } from './ThisPage.tsx';
import type { Teach } from './teach.ts';
import { type Texts, textsIn } from './texts.ts';
import { Unanswered } from './Unanswered.tsx';
import { Unknowns } from './Unknowns.tsx';

/** Delay before asking again for a page that did not answer in time. */
const AGAIN_MS = 500;

export interface PopupProps {
  readonly ask: Ask;
  /** Id of the browser tab the popup describes. */
  readonly tab: number | null;
  /** Listens for changes in the extension's storage; returns a function that stops listening. */
  readonly onStoredChange: (listener: () => void) => () => void;
  readonly openPage: (address: string) => void;
  /** Closes the popup, to uncover the page. */
  readonly close: () => void;
}

export function Popup({ ask, tab, onStoredChange, openPage, close }: PopupProps) {
  const askOverview = useCallback(() => ask({ kind: 'overview', tab }), [ask, tab]);
  const { answer: overview, unanswered, reload } = useCurrentAnswer(askOverview, onStoredChange);
  const texts = textsIn(overview?.language ?? browserLanguage(navigator.languages));
  const [chosenStore, setChosenStore] = useState<string | null>(null);
  const [open, setOpen] = useState<OpenFinding | null>(null);
  const [failure, setFailure] = useState('');
  const [announcement, setAnnouncement] = useState({ count: 0, sentence: '' });
  const announce = (sentence: string) => setAnnouncement(({ count }) => ({ count: count + 1, sentence }));
  const list = useListPlace(open !== null);
  const openCard = (finding: OpenFinding) => {
    list.remember();
    setOpen(finding);
  };

  useEffect(() => {
    document.documentElement.lang = texts.language;
    document.title = texts.say('product');
  }, [texts]);
  useCountsAnnounced(overview, texts, announce);
  useAskedAgain(overview, reload);

  const decide = async (request: { kind: 'undo'; decision: string } | { kind: 'set-language'; language: Language }) => {
    const answer = await ask(request).catch(() => undefined);
    const sentence = answer?.done ? '' : (answer?.sentence ?? texts.say('unansweredTitle'));
    setFailure(sentence);
    if (answer?.done && request.kind === 'undo') announce(texts.say('undone'));
    reload();
  };

  const settle = async (pending: string, confirmed: boolean) => {
    if (tab === null) return;
    const answer = await ask({ kind: 'settle-pending', tab, pending, confirmed }).catch(() => undefined);
    setFailure(answer?.done ? '' : (answer?.sentence ?? texts.say('unansweredTitle')));
    if (answer?.done) announce(texts.say(confirmed ? 'confirmed' : 'discarded'));
    // The buttons disappear with their line; keep the focus in the popup.
    list.main.current?.focus();
    reload();
  };

  /** Teaching happens in the page, which the popup would cover. */
  const teach: Teach = async (place) => {
    const answer = await ask({ kind: 'start-teaching', tab, ...place }).catch(() => undefined);
    if (answer?.done) return close();
    setFailure(answer?.sentence ?? texts.say('unansweredTitle'));
  };

  const stores = overview?.stores ?? [];
  const page = overview?.page ?? null;
  const store =
    stores.find(({ key }) => key === chosenStore) ??
    stores.find(({ key }) => key === page?.storeKey) ??
    (page && page.storeKey === null ? undefined : stores[0]);

  return (
    <div className="popup">
      <Header
        texts={texts}
        stores={stores}
        store={store}
        onStore={setChosenStore}
        onLanguage={(language) => decide({ kind: 'set-language', language })}
        onSettings={() => openPage('/workspace.html#/rules')}
      />
      <main className="popup-main" ref={list.main} tabIndex={-1}>
        {unanswered && <Unanswered texts={texts} onTryAgain={reload} />}
        {open && (
          <OpenCard
            ask={ask}
            open={open}
            stamp={overview}
            texts={texts}
            announce={announce}
            onTeach={teach}
            onBack={() => setOpen(null)}
          />
        )}
        {overview && (
          <div className="popup-list" hidden={open !== null}>
            <Remarks remarks={failure ? [failure, ...overview.remarks] : overview.remarks} />
            <Pending pending={overview.pending} texts={texts} onSettle={settle} />
            {page ? (
              <ThisPage
                page={page}
                namesStore={page.storeKey !== store?.key}
                texts={texts}
                onOpen={(finding) => openCard({ finding, tab })}
                onTeach={teach}
                announce={announce}
              />
            ) : overview.unread ? (
              <NotChecked page={overview.unread} texts={texts} />
            ) : (
              (overview.isAwaited || stores.length > 0) && (
                <p className="quiet-line">{texts.say(overview.isAwaited ? 'awaited' : 'otherPage')}</p>
              )
            )}
            {store && (
              <>
                <Problems
                  key={store.key}
                  store={store}
                  isPageClear={page?.storeKey !== store.key || page.counts.error + page.counts.warning === 0}
                  texts={texts}
                  onOpen={(finding) => openCard({ finding, tab: null })}
                  openPage={openPage}
                />
                <Unknowns store={store} texts={texts} />
              </>
            )}
            {!page && !overview.unread && !overview.isAwaited && stores.length === 0 && (
              <EmptyState texts={texts} onTry={() => openPage('/workspace.html#/welcome')} />
            )}
            <Decisions
              decisions={overview.decisions}
              more={overview.moreDecisions}
              texts={texts}
              onUndo={(decision) => decide({ kind: 'undo', decision })}
              onAll={() => openPage('/workspace.html#/settings')}
            />
          </div>
        )}
        {!overview && !unanswered && <p className="quiet-line visually-hidden">{texts.say('loading')}</p>}
      </main>
      <footer className="popup-foot">
        <NewsLink ask={ask} texts={texts} onOpen={() => openPage('/workspace.html#/news')} />
        <a href={`/reference/${texts.language}/index.html`} target="_blank" rel="noreferrer">
          {texts.say('allChecks')}
        </a>
      </footer>
      <p role="status" className="visually-hidden">
        <span key={announcement.count}>{announcement.sentence}</span>
      </p>
    </div>
  );
}

/** Back from the card: restores the list's scroll position and focuses the item that was opened. */
function useListPlace(away: boolean) {
  const main = useRef<HTMLElement>(null);
  const place = useRef<{ readonly top: number; readonly opener: Element | null }>(null);
  useLayoutEffect(() => {
    if (!main.current) return;
    main.current.scrollTop = away ? 0 : (place.current?.top ?? 0);
    const opener = place.current?.opener;
    if (!away && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  }, [away]);
  const remember = () => {
    place.current = { top: main.current?.scrollTop ?? 0, opener: document.activeElement };
  };
  return { main, remember };
}

/** Asks again while the page is still loading: with storage full, no change event would announce it. */
function useAskedAgain(overview: Overview | null, reload: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is followed by one more question
  useEffect(() => {
    if (!overview?.isAwaited) return;
    const timer = setTimeout(reload, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [overview]);
}

/** Announces changed counts to screen readers: the page's, or the shops' when there is no page. */
function useCountsAnnounced(overview: Overview | null, texts: Texts, announce: (sentence: string) => void): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (!overview) return;
    const counts = overview.page?.counts ?? sum(overview.stores.map((store) => store.counts));
    const now = JSON.stringify(counts);
    if (before.current !== null && before.current !== now)
      announce(texts.say('updated', { problems: counts.error, warnings: counts.warning }));
    before.current = now;
  });
}

function sum(all: readonly Counts[]): Counts {
  const total = { error: 0, warning: 0, info: 0, unknown: 0 };
  for (const counts of all)
    for (const level of ['error', 'warning', 'info', 'unknown'] as const) total[level] += counts[level];
  return total;
}
