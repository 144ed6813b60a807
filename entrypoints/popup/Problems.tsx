import { useId, useState } from 'react';
import { Sentence } from '../../components/Sentence.tsx';
import { SeverityMark } from '../../components/SeverityMark.tsx';
import type { StoreOverview } from '../background/messages/overview.ts';
import { listAddress } from '../workspace/shell/addresses.ts';
import { Chevron } from './Chevron.tsx';
import type { Texts } from './texts.ts';

type Problem = StoreOverview['problems'][number];

interface Actions {
  readonly texts: Texts;
  readonly onOpen: (finding: string) => void;
  readonly openPage: (address: string) => void;
}

interface ProblemsProps extends Actions {
  readonly store: StoreOverview;
  /** False for the open page's problems, which may belong to no listing (those of a promotion form, say). */
  readonly isPageClear: boolean;
}

/** A shop's problems grouped by check; each check expands to its listings. */
export function Problems({ store, isPageClear, ...actions }: ProblemsProps) {
  const id = useId();
  const isClear = store.listings === 0 || (store.problems.length === 0 && isPageClear);
  const { say, day } = actions.texts;
  return (
    <section className="part" aria-labelledby={id}>
      <div className="part-head">
        <h2 className="part-title" id={id}>
          {say('problems')}
        </h2>
        {store.listings > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => actions.openPage(`/workspace.html${listAddress({ store: store.key })}`)}
          >
            {say('allListings')}
          </button>
        )}
      </div>
      <p className="quiet">
        {say(isClear ? 'storeClear' : 'storeChecked', {
          listings: store.listings,
          day: day(store.seen),
        })}
      </p>
      {store.problems.map((problem) => (
        <ProblemGroup key={problem.rule} problem={problem} store={store.key} {...actions} />
      ))}
    </section>
  );
}

function ProblemGroup({
  problem,
  store,
  texts,
  onOpen,
  openPage,
}: Actions & { readonly problem: Problem; readonly store: string }) {
  const [expanded, setExpanded] = useState(false);
  const id = useId();
  const unlisted = problem.count - problem.listings.length;
  return (
    <div className="problem">
      <h3>
        <button
          type="button"
          className="problem-button"
          aria-expanded={expanded}
          aria-controls={id}
          onClick={() => setExpanded(!expanded)}
        >
          <SeverityMark level={problem.level} word={problem.levelName} />
          <span className="problem-title">{problem.title} </span>
          <span className="problem-count">{texts.say('listings', { count: problem.count })}</span>
          <Chevron />
        </button>
      </h3>
      <div className="problem-listings" id={id} hidden={!expanded}>
        <ul>
          {expanded &&
            problem.listings.map(({ finding, name, sentence, address }) => (
              <li key={finding} className="listing">
                <p className="listing-name">{name}</p>
                <p>
                  <Sentence text={sentence} />
                </p>
                <p className="listing-actions">
                  <button
                    type="button"
                    className="link"
                    aria-label={`${texts.say('details')} ${name}`}
                    onClick={() => onOpen(finding)}
                  >
                    {texts.say('details')}
                  </button>
                  {address && (
                    <button
                      type="button"
                      className="link"
                      aria-label={`${texts.say('openPage')} ${name}`}
                      onClick={() => openPage(address)}
                    >
                      {texts.say('openPage')}
                    </button>
                  )}
                </p>
              </li>
            ))}
        </ul>
        {unlisted > 0 && (
          <p className="quiet">
            {texts.say('more', { count: unlisted })}{' '}
            <button
              type="button"
              className="link"
              onClick={() => openPage(`/workspace.html${listAddress({ store, found: problem.rule })}`)}
            >
              {texts.say('allListings')}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
