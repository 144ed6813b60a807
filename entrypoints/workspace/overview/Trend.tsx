import type { StoreGlance } from '../../background/messages/listings.ts';
import type { Texts } from '../shell/texts.ts';

/** px of the drawing, which is stretched to fit. */
const WIDTH = 320;
const HEIGHT = 72;
const DAY_MS = 86_400_000;

interface TrendProps {
  readonly days: StoreGlance['days'];
  readonly texts: Texts;
}

/** Problems per day as a step line, from two days on: a count holds until the next one. Screen readers get a table. */
export function Trend({ days, texts }: TrendProps) {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const summary = texts.say('trendSummary', {
    first: first.problems,
    firstDay: first.shown,
    last: last.problems,
    lastDay: last.shown,
  });
  return (
    <figure className="trend">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path className="trend-base" d={`M0 ${HEIGHT - 1}H${WIDTH}`} />
        <path className="trend-line" d={steps(days)} />
      </svg>
      <figcaption>{summary}</figcaption>
      {/* Within an element of its own: a table is never narrower than its words. */}
      <div className="visually-hidden">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.say('trendDay')}</th>
              <th scope="col">{texts.say('trendProblems')}</th>
              <th scope="col">{texts.say('trendUnknown')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, shown, problems, unknown }) => (
              <tr key={day}>
                <th scope="row">{shown}</th>
                <td>{problems}</td>
                <td>{unknown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function steps(days: TrendProps['days']): string {
  const times = days.map(({ day }) => Date.parse(day) / DAY_MS);
  const [start = 0, end = 1] = [times[0], times.at(-1)];
  const highest = Math.max(1, ...days.map(({ problems }) => problems));
  const x = (time: number) => ((time - start) / Math.max(1, end - start)) * WIDTH;
  const y = (problems: number) => HEIGHT - 2 - (problems / highest) * (HEIGHT - 6);
  return days
    .map(
      ({ problems }, index) =>
        `${index === 0 ? 'M' : 'H'}${x(times[index] ?? 0).toFixed(1)} ${index === 0 ? y(problems).toFixed(1) : `V${y(problems).toFixed(1)}`}`,
    )
    .join('');
}
