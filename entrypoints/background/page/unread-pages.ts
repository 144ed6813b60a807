import { consoleOf, consoles } from '../consoles/guides.ts';
import type { UnreadPage } from '../messages/overview.ts';
import type { Language } from '../messages/words.ts';
import { pageName } from '../present/pages.ts';
import { type Form, formOf } from './forms.ts';
import { pageKind } from './page-kinds.ts';

/** The console page in a tab if it is not checked; null for every other tab. */
export async function unreadPage(tab: number, language: Language): Promise<UnreadPage | null> {
  const form = await formOf(tab);
  return form?.isUnread ? described(form, language) : null;
}

function described({ address }: Pick<Form, 'address'>, language: Language): UnreadPage | null {
  const { hostname, pathname, origin } = new URL(address);
  const found = consoleOf(hostname);
  if (!found) return null;
  const { unreadPages, readers, hostsWithoutPages = [] } = consoles[found.marketplace];
  const named = unreadPages.find(([path]) => path.test(pathname));
  const opens = (page: string) => (hostsWithoutPages.includes(hostname) ? undefined : pageKind(page).opensAt);
  return {
    name: named?.[1][language] ?? null,
    checked: readers.map(({ id }) => {
      const path = opens(id);
      return { name: pageName(id, language), address: path === undefined ? null : `${origin}${path}` };
    }),
  };
}
