import type { Texts } from './texts.ts';

interface UnansweredProps {
  readonly texts: Texts;
  readonly onTryAgain: () => void;
}

export function Unanswered({ texts, onTryAgain }: UnansweredProps) {
  return (
    <section className="unanswered" role="alert">
      <h2 className="lone-title">{texts.say('unansweredTitle')}</h2>
      <p>{texts.say('unanswered')}</p>
      <button type="button" className="button" onClick={onTryAgain}>
        {texts.say('tryAgain')}
      </button>
    </section>
  );
}
