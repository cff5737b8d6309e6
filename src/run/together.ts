interface Waiting<Asked, Answer> {
  readonly place: number;
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Works that go on side by side. What they ask for is answered once every one that is not done has asked for something, all at once, the
 * first work first: so that it can share what one request costs. Never rejects; gives what became of each.
 */
export function together<Asked, Answer, Result>(
  works: readonly ((ask: (asked: Asked) => Promise<Answer>) => Promise<Result>)[],
  answer: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
): Promise<PromiseSettledResult<Result>[]> {
  const waiting: Waiting<Asked, Answer>[] = [];
  let working = works.length;

  function meet(): void {
    if (waiting.length === 0 || waiting.length < working) return;
    const all = waiting.splice(0).sort((a, b) => a.place - b.place);
    answer(all.map(({ asked }) => asked)).then(
      (answers) => {
        for (const [i, { resolve }] of all.entries()) resolve(answers[i]!);
      },
      (error: unknown) => {
        for (const { reject } of all) reject(error);
      },
    );
  }

  return Promise.allSettled(
    works.map(async (work, place) => {
      try {
        return await work(
          (asked) =>
            new Promise((resolve, reject) => {
              waiting.push({ place, asked, resolve, reject });
              meet();
            }),
        );
      } finally {
        working -= 1;
        meet();
      }
    }),
  );
}

/** The same function, called once at a time: whoever calls it meanwhile waits. */
export function inTurn<Given extends readonly unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const next = last.then(() => work(...given));
    last = next.catch(() => null);
    return next;
  };
}
