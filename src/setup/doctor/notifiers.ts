import { ok, fail, skipped, withPolicy, type Finding } from './check.ts';

/** Whether pages would arrive, by what wakes nobody: a handshake with the service of each notifier, from where its secrets are. */
export const notifiersCheck = withPolicy(async ({ policy, probe, language, words: { notifiers: words } }) => {
  if (policy.notifiers.length === 0) return [ok(words.none)];
  if (probe === null) return [skipped(words.elsewhere)];
  return Promise.all(
    policy.notifiers.map(async (notifier): Promise<Finding> => {
      const { ok: isWell, isAsked, text } = await probe(notifier, language);
      const what = words.of(notifier.name, text);
      if (!isWell) return fail(what, words.mend(notifier.name));
      return isAsked ? ok(what) : skipped(what);
    }),
  );
});
