import type { CDPSession, Page } from '@playwright/test';

/** One event of Chromium's trace; times in microseconds. `tdur`: what of `dur` the thread really ran. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: {
    readonly data?: {
      readonly url?: string;
      readonly type?: string;
      readonly frame?: string;
      readonly duration?: number;
    };
    readonly beginData?: { readonly frame?: string };
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly ran: number;
}

/** What the main thread of one page did while it was watched. Times in milliseconds. */
export interface Trace {
  /**
   * Main-thread time in the extension's own script, parsing and starting it included. Time in which the thread waited
   * for one of the machine's cores is not in it: two browsers and the tests share them.
   */
  readonly ours: number;
  /** The longest stretch of the extension's script within one task, waiting included. */
  readonly longestTask: number;
  /** Main-thread time in all script, without waiting. */
  readonly script: number;
  /** How many tasks the page's user would have had to wait for, whoever they belong to: those over 50 ms, waiting included. */
  readonly longTasks: number;
  /**
   * For every event of a key: time until the frame that shows what came of it, or until its listeners have ended where
   * nothing changed. As the Event Timing API says it, before it rounds to 8 ms.
   */
  readonly eventDurations: readonly number[];
  /**
   * For every `input` event: time until the end of the last frame in which the extension drew before the next one,
   * waiting and what the extension does after the browser's layout included.
   */
  readonly inputToDrawn: readonly number[];
}

const CATEGORIES = ['devtools.timeline', 'v8.execute', 'toplevel'];
/** By the browsers' own definition. */
const LONG_TASK_MS = 50;
const SCRIPT_EVENTS = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile', 'v8.run', 'RunMicrotasks']);

/**
 * Traces a page while `action` runs.
 * @param origin the extension's origin; null when the page runs without it
 */
export async function traced(page: Page, origin: string | null, action: () => Promise<void>): Promise<Trace> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await action();
  const complete = new Promise<string>((resolve) =>
    session.once('Tracing.tracingComplete', ({ stream }) => resolve(stream ?? '')),
  );
  await session.send('Tracing.end');
  const text = await readStream(session, await complete);
  await session.detach();
  const { traceEvents } = JSON.parse(text) as { traceEvents: TraceEvent[] };
  return summarise(traceEvents, origin, frameTree.frame.id);
}

async function readStream(session: CDPSession, handle: string): Promise<string> {
  const chunks: Buffer[] = [];
  for (let eof = false; !eof; ) {
    const chunk = await session.send('IO.read', { handle });
    chunks.push(Buffer.from(chunk.data, chunk.base64Encoded ? 'base64' : 'utf8'));
    eof = chunk.eof;
  }
  await session.send('IO.close', { handle });
  return Buffer.concat(chunks).toString();
}

function summarise(events: readonly TraceEvent[], origin: string | null, frame: string): Trace {
  const whole = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined);
  const urlOf = ({ args }: TraceEvent) => args?.data?.url ?? '';
  const isOurs = (event: TraceEvent) =>
    origin !== null &&
    SCRIPT_EVENTS.has(event.name) &&
    // What runs after an `await` names no script. The pages measured here have none of their own that waits, so all of
    // it counts as ours.
    (event.name === 'RunMicrotasks' || urlOf(event).startsWith(`${origin}/content-scripts/`));
  // The page's main thread is the one that worked for its frame last: before a load, that may be another process.
  const witness = events.findLast(({ args }) => (args?.data?.frame ?? args?.beginData?.frame) === frame);
  if (!witness) throw new Error('The trace tells nothing of the page.');
  const isOnThread = ({ pid, tid }: TraceEvent) => pid === witness.pid && tid === witness.tid;
  const onThread = whole.filter(isOnThread);
  const ours = outermost(onThread.filter(isOurs).map(spanOf));
  const script = outermost(onThread.filter(({ name }) => SCRIPT_EVENTS.has(name)).map(spanOf));
  const tasks = outermost(onThread.filter(({ name }) => name === 'RunTask' || name.endsWith('::RunTask')).map(spanOf));
  const timings = events.filter((event) => event.name === 'EventTiming' && event.ph === 'b' && isOnThread(event));
  const frames = onThread.filter(({ name }) => name === 'FireAnimationFrame').map(spanOf);
  const commits = onThread.filter(({ name }) => name === 'Commit').map(spanOf);
  const ourFrames = frames
    .filter((frame) => ours.some((span) => within(span, frame)))
    // A frame ends where it is handed over; our observer of layouts runs before that.
    .map((frame) => ({ ...frame, end: commits.find(({ start }) => start >= frame.end)?.end ?? frame.end }));
  const inputs = onThread
    .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'input')
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b);
  return {
    ours: ran(ours),
    longestTask: Math.max(0, ...tasks.map((task) => total(ours.filter((span) => within(span, task))))),
    script: ran(script),
    longTasks: tasks.filter(({ start, end }) => end - start > LONG_TASK_MS * 1000).length,
    eventDurations: timings
      .filter(({ args }) => args?.data?.type?.startsWith('key'))
      .map(({ args }) => args?.data?.duration ?? 0),
    inputToDrawn: inputs.flatMap((start, index) => {
      const next = inputs[index + 1] ?? Number.POSITIVE_INFINITY;
      const drawn = ourFrames.filter(({ start: at }) => at > start && at < next).map(({ end }) => end);
      return drawn.length > 0 ? [(Math.max(...drawn) - start) / 1000] : [];
    }),
  };
}

function spanOf({ ts, dur = 0, tdur = dur }: TraceEvent): Span {
  return { start: ts, end: ts + dur, ran: tdur };
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Spans that lie in no other, so that nothing is counted twice. */
function outermost(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
  }
  return kept;
}

function ran(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.ran, 0) / 1000;
}

function total(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0) / 1000;
}
