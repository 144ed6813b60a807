import type { ViewProps } from '../shell/view-props.ts';
import { DecisionList } from './DecisionList.tsx';
import { TaughtFields } from './TaughtFields.tsx';
import { YourData } from './YourData.tsx';

/** Settings that belong to no single check. */
export function Settings(props: ViewProps) {
  return (
    <>
      <header className="view-head">
        <h1>{props.texts.say('viewSettings')}</h1>
      </header>
      <TaughtFields {...props} />
      <DecisionList {...props} />
      <YourData {...props} />
    </>
  );
}
