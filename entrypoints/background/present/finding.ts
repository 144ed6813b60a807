import type { PresentedFinding } from '../messages/shown.ts';
import type { Language, Level } from '../messages/words.ts';
import type { PageFinding } from '../page/findings.ts';
import { type InterfaceText, interfaceText } from './messages.ts';
import { sentence, type Telling } from './sentence.ts';

const levelTexts: Record<Level, InterfaceText> = {
  error: 'levelError',
  warning: 'levelWarning',
  info: 'levelInfo',
  unknown: 'levelUnknown',
};

/** Name of a level. */
export function levelName(language: Language, level: Level): string {
  return interfaceText(language, levelTexts[level]);
}

export function levelNames(language: Language): { readonly [level in Level]: string } {
  return {
    error: levelName(language, 'error'),
    warning: levelName(language, 'warning'),
    info: levelName(language, 'info'),
    unknown: levelName(language, 'unknown'),
  };
}

/** A finding as the overlay draws it. */
export function presentFinding(finding: PageFinding, telling: Omit<Telling, 'name' | 'products'>): PresentedFinding {
  const { id, rule, level, targets, inline, name, products } = finding;
  return {
    id,
    rule,
    level,
    levelName: levelName(telling.language, level),
    sentence: sentence(finding, { ...telling, name, products }),
    targets,
    inline,
  };
}
