// Background work yields to requests that arrive in the meantime.

let asked = 0;
let waiting: (() => void)[] = [];

/** Counts a request as pending until it is answered. */
export async function answering<Answer>(answer: Promise<Answer>): Promise<Answer> {
  asked += 1;
  try {
    return await answer;
  } finally {
    asked -= 1;
    if (asked === 0) {
      for (const resolve of waiting) resolve();
      waiting = [];
    }
  }
}

/**
 * Resolves once all pending messages are answered, or after `most` milliseconds: a page may send messages without end.
 */
export async function untilQuiet(most: number): Promise<void> {
  // Lets messages start that have already arrived.
  await new Promise((resolve) => setTimeout(resolve));
  if (asked === 0) return;
  await new Promise<void>((resolve) => {
    waiting.push(resolve);
    setTimeout(resolve, most);
  });
}
