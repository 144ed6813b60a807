import { useState } from 'react';
import { Languages } from '../../../components/Languages.tsx';
import { marketplaceTexts } from '../../../components/marketplace-texts.ts';
import { type Marketplace, marketplaces } from '../../../rules/engine/sites.ts';
import type { TextName } from '../shell/texts.ts';
import type { ViewProps } from '../shell/view-props.ts';
import { SampleForm } from './SampleForm.tsx';
import { Shortcuts } from './Shortcuts.tsx';

const reads: readonly TextName[] = ['welcomeReadsFields', 'welcomeReadsStore', 'welcomeReadsImports'];
const nevers: readonly TextName[] = ['welcomeNeverSends', 'welcomeNeverChanges', 'welcomeNeverBuyers'];

/** Opens after installation: explains what happens where, with a made-up product to try. */
export function Welcome({ ask, texts, announce, address, reload }: ViewProps) {
  const { say } = texts;
  const [marketplace, setMarketplace] = useState<Marketplace>(texts.language === 'zh-CN' ? 'temu' : 'amazon');
  const chooseLanguage = async (language: typeof texts.language) => {
    await ask({ kind: 'set-language', language }).catch(() => undefined);
    reload();
  };
  return (
    <>
      <header className="view-head welcome-head">
        <div>
          <h1>{say('welcomeTitle')}</h1>
          <p className="lead">{say('welcomeLead')}</p>
        </div>
        <Languages
          label={say('language')}
          chosen={texts.language}
          onLanguage={(language) => void chooseLanguage(language)}
        />
      </header>

      <section className="welcome-part" aria-labelledby="welcome-try">
        <h2 id="welcome-try" className="topic-title">
          {say('welcomeTry')}
        </h2>
        <p className="lead">{say('welcomeTryLead')}</p>
        <fieldset className="chips welcome-marketplaces">
          <legend className="visually-hidden">{say('marketplaces')}</legend>
          {marketplaces.map((name) => (
            <button
              key={name}
              type="button"
              className="chip"
              aria-pressed={name === marketplace}
              onClick={() => setMarketplace(name)}
            >
              {say(name)}
            </button>
          ))}
        </fieldset>
        <SampleForm ask={ask} sample={marketplace} texts={texts} announce={announce} />
        <p className="welcome-pages">
          <strong>{say('welcomePages', { marketplace: say(marketplace) })}</strong>{' '}
          {marketplaceTexts(texts.language, marketplace).pagesInWorkspace}
        </p>
      </section>

      <section className="welcome-part welcome-columns" aria-label={say('welcomeTrust')}>
        <Points title={say('welcomeReads')} points={reads.map((name) => say(name))} />
        <Points title={say('welcomeNever')} points={nevers.map((name) => say(name))} />
      </section>

      <Shortcuts ask={ask} texts={texts} />

      <section className="welcome-part" aria-labelledby="welcome-more">
        <h2 id="welcome-more" className="topic-title">
          {say('welcomeMore')}
        </h2>
        <ul className="welcome-links">
          <li>
            <a href="#/imports">{say('welcomeImports')}</a>
          </li>
          <li>
            <a href="#/bulk">{say('welcomeBulk')}</a>
          </li>
          <li>
            <a href={address(`/reference/${texts.language}/index.html`)} target="_blank" rel="noreferrer">
              {say('welcomeReference')}
            </a>
          </li>
          <li>
            <a href="#/diagnosis">{say('welcomeDiagnosis')}</a>
          </li>
        </ul>
      </section>
    </>
  );
}

function Points({ title, points }: { readonly title: string; readonly points: readonly string[] }) {
  return (
    <div>
      <h2 className="topic-title">{title}</h2>
      <ul className="welcome-points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}
