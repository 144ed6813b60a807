import { Pointed, Refused, TeachBar } from '../../../components/TeachBar.tsx';
import type { TeachAct, TeachTexts } from '../messages/teach.ts';
import type { PartName, View } from '../messages/views.ts';
import { ViewMaker } from './views.ts';

const parts: ReadonlyMap<unknown, PartName> = new Map<unknown, PartName>([
  [Refused, 'Refused'],
  [Pointed, 'Pointed'],
]);

type Preview = Parameters<typeof TeachBar>[0]['preview'];

/** The teaching bar as the page draws it: before anything is read, after a refusal, and with what was read. */
export function teachBar(texts: TeachTexts, preview: Preview, isRefused = false): readonly View<TeachAct>[] {
  const maker = new ViewMaker<TeachAct>(parts);
  const [onYes, onAgain, onLeave] = (['yes', 'again', 'leave'] as const).map((act) => maker.doing(act)) as [
    () => void,
    () => void,
    () => void,
  ];
  return maker.views(TeachBar({ texts, preview, isRefused, onYes, onAgain, onLeave }));
}
