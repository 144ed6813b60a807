import type { FactName } from '../../../rules/engine/facts.ts';
import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { Language } from '../messages/words.ts';
import { pagesThatRead } from '../page/read-where.ts';
import { isInReports } from '../page/report-answers.ts';
import { interfaceText } from './messages.ts';
import { pageName } from './pages.ts';
import { list } from './values.ts';

/** Most pages named at once. */
const MOST_PAGES = 2;

/**
 * How a fact that cannot be entered is supplied: by pages that read it, which are named, or by a file. Null
 * when neither supplies it: then nothing is promised.
 */
export function waitingHelp(fact: FactName, marketplace: Marketplace, language: Language): string | null {
  const pages = pagesThatRead(fact, marketplace).slice(0, MOST_PAGES);
  if (pages.length > 0) {
    const names = [...new Set(pages.map((page) => pageName(page, language)))];
    return interfaceText(language, 'waitingOpenHelp', { pages: list(language, names), count: names.length });
  }
  return isInReports(fact, marketplace) ? interfaceText(language, 'waitingImportHelp') : null;
}
