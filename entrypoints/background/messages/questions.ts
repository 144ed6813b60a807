// What is worked off behind an answer gives way to whatever is asked meanwhile.

let asked = 0;
let waiting: (() => void)[] = [];

/** Notes that a question is under way until it is answered. */
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

/** Resolves once messages that have come are answered, or after so many milliseconds: a page may ask without end. */
export async function untilQuiet(most: number): Promise<void> {
  // Lets those begin that have come.
  await new Promise((resolve) => setTimeout(resolve));
  if (asked === 0) return;
  await new Promise<void>((resolve) => {
    waiting.push(resolve);
    setTimeout(resolve, most);
  });
}
