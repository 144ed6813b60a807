import type { ImportsOverview } from '../../background/messages/imports.ts';
import type { Texts } from '../shell/texts.ts';
import { reportName } from './report-texts.ts';

/** The files that were taken, newest first. */
export function ImportHistory({
  overview: { imports, stores },
  texts,
}: {
  readonly overview: ImportsOverview;
  readonly texts: Texts;
}) {
  const { say } = texts;
  const storeName = (key: string) => {
    const found = stores.find((store) => store.key === key);
    return found
      ? say('storeOption', { marketplace: say(found.marketplace), site: found.site, name: found.name })
      : key;
  };
  return (
    <section className="history" aria-label={say('importsHistory')}>
      <h2 className="topic-title">{say('importsHistory')}</h2>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('historyFile')}</th>
              <th scope="col">{say('historyStore')}</th>
              <th scope="col">{say('historyDays')}</th>
              <th scope="col" className="numeric">
                {say('historyTaken')}
              </th>
              <th scope="col" className="numeric">
                {say('historySkipped')}
              </th>
              <th scope="col">{say('historyAt')}</th>
            </tr>
          </thead>
          <tbody>
            {imports.map((one) => (
              <tr key={one.id}>
                <td>
                  {say(reportName(one.kind))}
                  <span className="history-file">{one.fileName}</span>
                </td>
                <td>{texts.list(one.stores.map(storeName))}</td>
                <td>
                  {one.from !== null &&
                    one.to !== null &&
                    (one.from === one.to
                      ? texts.day(one.to)
                      : say('importDays', { from: texts.day(one.from), to: texts.day(one.to) }))}
                </td>
                <td className="numeric" data-label={say('historyTaken')}>
                  {say('number', { count: one.taken })}
                </td>
                <td className="numeric" data-label={say('historySkipped')}>
                  {say('number', { count: one.skipped })}
                </td>
                <td>{texts.moment(one.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
