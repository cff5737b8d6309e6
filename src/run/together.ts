interface Waiting<Asked, Answer> {
  readonly place: number;
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Works that go on side by side. What they ask for is answered once every one that is not done has asked for something, all at once, the
 * first work first: so that it can share what one request costs. An answer of null is for later, when all are waiting again; an error is
 * thrown where it was asked for. Never rejects; gives what became of each.
 */
export function together<Asked, Answer, Result>(
  works: readonly ((ask: (asked: Asked) => Promise<Answer>) => Promise<Result>)[],
  answer: (asked: readonly Asked[]) => Promise<readonly (Answer | Error | null)[]>,
): Promise<PromiseSettledResult<Result>[]> {
  let waiting: Waiting<Asked, Answer>[] = [];
  let working = works.length;

  function meet(): void {
    if (waiting.length === 0 || waiting.length < working) return;
    const all = waiting.sort((a, b) => a.place - b.place);
    waiting = [];
    answer(all.map(({ asked }) => asked)).then(
      (answers) => {
        waiting.push(...all.filter((_, i) => answers[i] === null));
        if (waiting.length === all.length) throw new Error('Nothing was answered.');
        for (const [i, { resolve, reject }] of all.entries()) {
          const its = answers[i];
          if (its instanceof Error) reject(its);
          else if (its !== null) resolve(its!);
        }
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

/** The same function, called at most so many times at once: whoever calls it meanwhile waits. */
export function inTurn<Given extends readonly unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
  most = 1,
): (...given: Given) => Promise<Result> {
  const lanes: Promise<unknown>[] = Array.from({ length: most }, () => Promise.resolve());
  let calls = 0;
  return (...given) => {
    const lane = calls++ % most;
    const next = lanes[lane]!.then(() => work(...given));
    lanes[lane] = next.catch(() => null);
    return next;
  };
}
