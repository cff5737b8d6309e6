import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, NO_CHROMIUM, startChromium } from '../../scripts/pictures/browser.ts';
import { pageOf } from '../../scripts/pictures/page.ts';
import type { Reported } from '../../scripts/pictures/said.ts';
import { playAfter } from '../../scripts/pictures/after.ts';
import { playMoments, STORY_LANGUAGES } from '../../scripts/pictures/story.ts';
import { PICTURE_NAMES, shownIn, type AllMoments } from '../../scripts/pictures/table.ts';
import { SIX } from '../support/report.ts';
import { cutOff, endOf } from './layout.ts';

/* What people read, on a phone: nothing is cut off, and what to type stands on the first screen. */

const PHONE = { width: 390, height: 700 };

/** A word that nothing breaks. */
const LONG = 'W'.repeat(160);

/** What is reported: the usual; or under a title that is long and tries to break out of the text around it. */
const REPORTS: Readonly<Record<string, Reported | undefined>> = {
  usual: undefined,
  hostile: { title: `\`|</details><table><tr><td>@alice **/ack** ${LONG}`, facts: SIX },
};

const isPossible = chromiumPath() !== null;
if (!isPossible) console.warn(`The pictures are not tested. ${NO_CHROMIUM}`);

describe.skipIf(!isPossible)('on a phone', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await startChromium();
    page = await browser.newPage({ viewport: PHONE });
  });
  afterAll(() => browser.close());

  describe.each(STORY_LANGUAGES)('in %s', (language) => {
    describe.each(Object.entries(REPORTS))('of a report that is %s', (_, reported) => {
      let moments: AllMoments;
      beforeAll(async () => {
        moments = { ...(await playMoments(language, reported)), ...(await playAfter(language)) };
      });

      test.each(PICTURE_NAMES)('nothing of %s is cut off', async (name) => {
        await page.setContent(await pageOf(shownIn(moments, name)));
        expect(await cutOff(page)).toEqual([]);
      });

      test.each([
        ['card-open', '/ack'],
        ['answer-unknown', '/ack'],
        ['answer-denied', '/ack'],
        ['closing-asked-card', '/accept'],
        ['closing-again', '/accept'],
        ['closing-waiting-card', '/accept'],
        ['closing-reporter', '/accept'],
        ['closing-silence', '/reopen'],
        ['post-mortem', '/review'],
        ['report-draft-card', '/review'],
        ['report-review', '/approve'],
        ['report-stale-card', '/approve'],
        ['report-leaking', '/publish'],
        ['problem-card', '/root-cause'],
      ] as const)('on the first screen of %s stands what to type: %s', async (name, command) => {
        await page.setContent(await pageOf(shownIn(moments, name)));
        expect(await endOf(page, command)).toBeLessThanOrEqual(PHONE.height);
      });
    });
  });

  describe('of texts made by hand', () => {
    const show = async (body: string): Promise<void> => {
      const where = {
        place: 'issues/1#issuecomment-1',
        title: 'Down',
        kind: 'comment',
        author: 'x',
        edited: false,
      } as const;
      await page.setContent(await pageOf({ ...where, body }));
    };

    test('a card of short lines passes', async () => {
      await show(GOOD);
      expect(await cutOff(page)).toEqual([]);
      expect(await endOf(page, '/ack')).toBeLessThan(200);
    });

    test.each([
      [
        'a table',
        `| Clock | Within | Due | State |\n| --- | --- | --- | --- |\n| acknowledge | 15m | Europe/Paris | acknowledgement |`,
      ],
      ['a folded table', `<details><summary>More</summary>\n\n| ${LONG} |\n| --- |\n| ${LONG} |\n\n</details>`],
      ['code', `\`\`\`\n${LONG}\n\`\`\``],
    ])('%s that is too wide is noticed', async (_, body) => {
      await show(`${GOOD}\n\n${body}`);
      expect(await cutOff(page)).toHaveLength(1);
    });

    test('what to type is noticed where it is folded, far down or missing', async () => {
      await show(`<details><summary>More</summary>\n\n\`/ack\`\n\n</details>`);
      expect(await endOf(page, '/ack')).toBe(Infinity);
      await show(`${'A line.\n\n'.repeat(30)}\`/ack\``);
      expect(await endOf(page, '/ack')).toBeGreaterThan(PHONE.height);
      await show('`/acknowledge`');
      expect(await endOf(page, '/ack')).toBe(Infinity);
    });
  });
});

const GOOD = `## 🔴 P0 Critical · nobody has it yet
**Do now:** comment \`/ack\` before **03:15** (Paris, 02:15 UTC).

**The checkout is down in Europe**: every order fails · \`${LONG}\`
- ⏳ **Acknowledge** 03:15 · 15 min
- ⏳ **Resolve** 07:00 · 4 h

<details><summary>Report</summary>

| What | Said |
| --- | --- |
| Scope | Every order in Europe |

</details>`;
