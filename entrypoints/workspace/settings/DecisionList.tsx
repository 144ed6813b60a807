import { useEffect, useState } from 'react';
import type { DecisionsPage } from '../../background/messages/settings.ts';
import type { ViewProps } from '../shell/view-props.ts';

/** Decisions shown at once; a seller may have made tens of thousands. */
const MOST = 50;

/** Everything the seller ignored, turned off or entered, each with its undo. */
export function DecisionList({ ask, settings, texts, announce, reload }: ViewProps) {
  const { say } = texts;
  const [from, setFrom] = useState(0);
  const [page, setPage] = useState<DecisionsPage | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the settings are new after every decision
  useEffect(() => {
    let isOver = false;
    ask({ kind: 'decisions', from, most: MOST })
      .catch(() => undefined)
      .then((answer) => {
        if (!isOver && answer) setPage(answer);
      });
    return () => {
      isOver = true;
    };
  }, [ask, from, settings]);

  const undo = async (decision: string) => {
    const answer = await ask({ kind: 'undo', decision }).catch(() => undefined);
    if (answer?.done) announce(say('decisionUndone'));
    else announce(answer?.sentence ?? say('unanswered'), 'failure');
    reload();
  };

  return (
    <section aria-labelledby="decision-list">
      <h2 id="decision-list" className="topic-title">
        {say('decisionsTitle')}
      </h2>
      {page && <p className="lead">{say('decisionsCount', { count: page.total })}</p>}
      {page && page.decisions.length > 0 && (
        <ul className="rows">
          {page.decisions.map(({ id, sentence }) => (
            <li key={id} className="row">
              <div className="row-main">{sentence}</div>
              <button
                type="button"
                className="link"
                aria-label={`${say('undo')} ${sentence}`}
                onClick={() => void undo(id)}
              >
                {say('undo')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {page && page.total > MOST && (
        <p>
          <button type="button" className="button-quiet" disabled={from === 0} onClick={() => setFrom(from - MOST)}>
            {say('decisionsNewer')}
          </button>{' '}
          <button
            type="button"
            className="button-quiet"
            disabled={from + MOST >= page.total}
            onClick={() => setFrom(from + MOST)}
          >
            {say('decisionsOlder')}
          </button>
        </p>
      )}
    </section>
  );
}
