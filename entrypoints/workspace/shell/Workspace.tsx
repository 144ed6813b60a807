import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import icon from '../../../assets/icon/preflight.svg';
import { browserLanguage } from '../../../components/browser-language.ts';
import { useCurrentAnswer } from '../../../components/current-answer.ts';
import { Languages } from '../../../components/Languages.tsx';
import type { Language } from '../../background/messages/words.ts';
import { Bulk } from '../bulk/Bulk.tsx';
import { Diagnosis } from '../diagnosis/Diagnosis.tsx';
import { Imports } from '../imports/Imports.tsx';
import { Listing } from '../listing/Listing.tsx';
import { Listings } from '../listings/Listings.tsx';
import { Overview } from '../overview/Overview.tsx';
import { OwnChecks } from '../own-checks/OwnChecks.tsx';
import { Rules } from '../rules/Rules.tsx';
import { Settings } from '../settings/Settings.tsx';
import { Upcoming } from '../upcoming/Upcoming.tsx';
import { News } from '../welcome/News.tsx';
import { RailFoot } from '../welcome/RailFoot.tsx';
import { Welcome } from '../welcome/Welcome.tsx';
import type { Ask } from './ask.ts';
import { type Route, useRoute, type View, views } from './route.ts';
import type { Scope } from './scope.ts';
import { type TextName, type Texts, textsIn } from './texts.ts';
import type { Announce, ViewProps } from './view-props.ts';

export interface WorkspaceProps {
  readonly ask: Ask;
  /** Listens for changes of the seller's decisions; returns a function that stops listening. */
  readonly onStoredChange: (listener: () => void) => () => void;
  /** Absolute URL of a file of the extension. */
  readonly address: (path: string) => string;
}

const viewNames: Readonly<Record<View, TextName>> = {
  overview: 'viewOverview',
  listings: 'viewListings',
  bulk: 'viewBulk',
  upcoming: 'viewUpcoming',
  imports: 'viewImports',
  rules: 'viewRules',
  own: 'viewOwn',
  settings: 'viewSettings',
  diagnosis: 'viewDiagnosis',
  listing: 'viewListings',
  welcome: 'viewWelcome',
  news: 'viewNews',
};

const viewComponents: Readonly<Record<View, (props: ViewProps) => ReactNode>> = {
  overview: Overview,
  listings: Listings,
  listing: Listing,
  bulk: Bulk,
  upcoming: Upcoming,
  imports: Imports,
  rules: Rules,
  own: OwnChecks,
  settings: Settings,
  diagnosis: Diagnosis,
  welcome: Welcome,
  news: News,
};

/** The workspace tab: a rail of views and the chosen view. */
export function Workspace({ ask, onStoredChange, address }: WorkspaceProps) {
  const askSettings = useCallback(() => ask({ kind: 'settings' }), [ask]);
  const { answer: settings, unanswered, reload } = useCurrentAnswer(askSettings, onStoredChange);
  const texts = textsIn(settings?.language ?? browserLanguage(navigator.languages));
  const route = useRoute();
  const [scope, setScope] = useState<Scope>(null);
  const [announcement, setAnnouncement] = useState({ count: 0, sentence: '' });
  const [failure, setFailure] = useState('');
  const announce: Announce = (sentence, kind) => {
    setFailure(kind === 'failure' ? sentence : '');
    // Screen readers announce an alert without help.
    if (kind !== 'failure') setAnnouncement(({ count }) => ({ count: count + 1, sentence }));
  };
  const main = useRef<HTMLElement>(null);
  useTitle(texts, route);

  const chooseLanguage = async (language: Language) => {
    const answer = await ask({ kind: 'set-language', language }).catch(() => undefined);
    if (!answer?.done) announce(answer?.sentence ?? texts.say('unanswered'), 'failure');
    reload();
  };
  // The chosen shop may have been deleted.
  const chosen = settings?.stores.some(({ key }) => key === scope) ? scope : null;

  return (
    <div className="workspace">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {texts.say('skip')}
      </button>
      <header className="rail">
        <p className="brand">
          <img src={icon} alt="" width="24" height="24" />
          <span className="brand-name">{texts.say('product')}</span>
        </p>
        <nav className="views" aria-label={texts.say('views')}>
          {views.map((view) => (
            <a
              key={view}
              className="view-link"
              href={`#/${view}`}
              aria-current={view === railView(route.view) ? 'page' : undefined}
            >
              {texts.say(viewNames[view])}
            </a>
          ))}
        </nav>
        <RailFoot ask={ask} texts={texts} view={route.view} />
        <Languages
          label={texts.say('language')}
          chosen={texts.language}
          onLanguage={(language) => void chooseLanguage(language)}
        />
      </header>
      <main className="content" ref={main} tabIndex={-1}>
        {unanswered && (
          <p className="remark" role="alert">
            {texts.say('unanswered')}
          </p>
        )}
        {failure && (
          <p className="remark" role="alert">
            {failure}
          </p>
        )}
        {settings?.remarks.map((remark) => (
          <p key={remark} className="remark">
            {remark}
          </p>
        ))}
        {settings && (
          <ChosenView
            view={route.view}
            ask={ask}
            settings={settings}
            texts={texts}
            scope={chosen}
            onScope={setScope}
            target={route.target}
            address={address}
            announce={announce}
            reload={reload}
          />
        )}
        {!settings && !unanswered && <p className="visually-hidden">{texts.say('loading')}</p>}
      </main>
      <p role="status" className="visually-hidden">
        <span key={announcement.count}>{announcement.sentence}</span>
      </p>
    </div>
  );
}

function ChosenView({ view, ...props }: ViewProps & { readonly view: View }) {
  const Chosen = viewComponents[view];
  return <Chosen {...props} />;
}

/** The view of the rail that a view belongs to. */
function railView(view: View): View {
  return view === 'listing' ? 'listings' : view;
}

function useTitle(texts: Texts, { view }: Route): void {
  useEffect(() => {
    document.documentElement.lang = texts.language;
    document.title = `${texts.say(viewNames[view])} – ${texts.say('product')}`;
  }, [texts, view]);
}
