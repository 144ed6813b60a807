import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { PriceHistory, ShownAmount } from '../../background/messages/listings.ts';
import type { Texts } from '../shell/texts.ts';

/** px */
const HEIGHT = 220;
const MARGIN = { top: 12, right: 12, bottom: 24, left: 12 } as const;
/** px between two lines of text. */
const LABEL = 16;
const DAY_MS = 86_400_000;

interface PriceChartProps {
  readonly history: PriceHistory;
  readonly texts: Texts;
}

/** Drawn at its actual width, so that text is never scaled. Screen readers get the table. */
export function PriceChart({ history, texts }: PriceChartProps) {
  const figure = useRef<HTMLElement>(null);
  const width = useWidth(figure);
  const scale = scaleOf(history, width);
  const { seen, wasPrice, maxPrice, maxNetPrice, today } = history;
  const right = width - MARGIN.right;
  const last = seen.at(-1);
  const [firstSeen, firstPaid] = [seen[0], history.paid[0]];
  const firstShown = (firstPaid && (!firstSeen || firstPaid.day < firstSeen.day) ? firstPaid : firstSeen)?.shownDay;
  const lines = labelled(
    [
      wasPrice && { ...wasPrice, kind: 'was', text: wasPriceText(wasPrice, texts) },
      maxPrice && { ...maxPrice, kind: 'max', text: texts.say('historyMax', { amount: maxPrice.shown }) },
      maxNetPrice && { ...maxNetPrice, kind: 'net', text: texts.say('historyNet', { amount: maxNetPrice.shown }) },
    ],
    scale.y,
  );
  return (
    <figure className="price-chart" ref={figure}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        {maxPrice && (
          <rect
            className="price-band"
            x={MARGIN.left}
            y={scale.y(maxPrice.value)}
            width={right - MARGIN.left}
            height={Math.max(0, HEIGHT - MARGIN.bottom - scale.y(maxPrice.value))}
          />
        )}
        <path className="price-axis" d={`M${MARGIN.left} ${HEIGHT - MARGIN.bottom}H${right}`} />
        {lines.map(({ kind, value }) => (
          <g key={kind} className={`price-${kind}`}>
            <path d={`M${MARGIN.left} ${scale.y(value)}H${right}`} />
          </g>
        ))}
        <path className="price-today" d={`M${scale.x(today)} ${MARGIN.top}V${HEIGHT - MARGIN.bottom}`} />
        <path className="price-line" d={steps(history, scale)} />
        {history.paid.map(({ day, value, shown, shownDay, promoted }) => (
          <circle
            key={`${day} ${value} ${promoted}`}
            className={promoted ? 'price-paid price-promoted' : 'price-paid'}
            cx={scale.x(day)}
            cy={scale.y(value)}
            r="2.5"
          >
            <title>{`${shownDay}: ${shown}`}</title>
          </circle>
        ))}
        {seen.map(({ day, value, shown, shownDay }) => (
          <circle key={day} className="price-point" cx={scale.x(day)} cy={scale.y(value)} r="4">
            <title>{`${shownDay}: ${shown}`}</title>
          </circle>
        ))}
        {lines.map(({ kind, text, labelY }) => (
          <text key={kind} className="price-label" x={MARGIN.left + 4} y={labelY}>
            {text}
          </text>
        ))}
        <text className="price-tick" x={MARGIN.left} y={HEIGHT - 6}>
          {firstShown}
        </text>
        <text className="price-tick price-tick-end" x={right} y={HEIGHT - 6}>
          {texts.say('historyToday')}
        </text>
        {last && (
          <text className="price-last" x={right - 4} y={scale.y(last.value) - 8}>
            {last.shown}
          </text>
        )}
      </svg>
    </figure>
  );
}

export function wasPriceText({ isEstimated, shown }: NonNullable<PriceHistory['wasPrice']>, texts: Texts): string {
  return texts.say(isEstimated ? 'historyWasEstimated' : 'historyWas', { amount: shown });
}

interface Scale {
  readonly x: (day: string) => number;
  readonly y: (amount: string) => number;
}

function scaleOf({ seen, paid, today, wasPrice, maxPrice, maxNetPrice }: PriceHistory, width: number): Scale {
  const firstDay = [seen[0]?.day, paid[0]?.day, today].filter((day) => day !== undefined).sort()[0] ?? today;
  const first = Date.parse(firstDay) / DAY_MS;
  const days = Math.max(1, Date.parse(today) / DAY_MS - first);
  const amounts = [...seen, ...paid, wasPrice, maxPrice, maxNetPrice].flatMap((amount) =>
    amount ? [Number(amount.value)] : [],
  );
  const [lowest, highest] = [Math.min(...amounts), Math.max(...amounts)];
  const room = Math.max(0.1 * (highest - lowest), 0.02 * highest, 0.01);
  const [bottom, top] = [lowest - room, highest + room];
  const inner = { width: width - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
  return {
    x: (day) => MARGIN.left + ((Date.parse(day) / DAY_MS - first) / days) * inner.width,
    y: (amount) => MARGIN.top + ((top - Number(amount)) / (top - bottom)) * inner.height,
  };
}

/** A price holds until the next one, the last one until today. */
function steps({ seen, today }: PriceHistory, { x, y }: Scale): string {
  if (seen.length === 0) return '';
  const path = seen.map(({ day, value }, index) => (index === 0 ? `M${x(day)} ${y(value)}` : `H${x(day)}V${y(value)}`));
  return `${path.join('')}H${x(today)}`;
}

interface Line extends ShownAmount {
  readonly kind: string;
  readonly text: string;
}

/** Each line with the position of its label: above it, or below where it would overlap another label. */
function labelled(lines: readonly (Line | null)[], y: Scale['y']): (Line & { labelY: number })[] {
  const placed: (Line & { labelY: number })[] = [];
  const sorted = lines.filter((line) => line !== null).sort((a, b) => Number(b.value) - Number(a.value));
  for (const line of sorted) {
    const above = y(line.value) - 4;
    const before = placed.at(-1)?.labelY ?? Number.NEGATIVE_INFINITY;
    placed.push({ ...line, labelY: above - before < LABEL ? Math.max(before + LABEL, y(line.value) + 13) : above });
  }
  // Labels of prices close to the axis move up: the days stand below it.
  let lowest = HEIGHT - MARGIN.bottom - 4;
  for (const line of placed.toReversed()) {
    line.labelY = Math.min(line.labelY, lowest);
    lowest = line.labelY - LABEL;
  }
  return placed;
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    if (!element.current) return;
    const measured = element.current;
    const observer = new ResizeObserver(() => setWidth(measured.clientWidth));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
