/** Memoizes a function for as long as the result is kept. */
export function once<Asked, Answer>(answerTo: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>();
  return (asked) => {
    let answer = known.get(asked);
    if (answer === undefined) {
      answer = answerTo(asked);
      known.set(asked, answer);
    }
    return answer;
  };
}
