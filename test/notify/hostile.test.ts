import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/notify/message.ts';
import { HOSTILE, KIND_NAMES, PAGE, requestOf } from './samples.ts';
import { bodyOf } from './request-samples.ts';

const bytes = (text: string): number => Buffer.byteLength(text);

describe.each(HOSTILE)('%s', (_name, text) => {
  const page: Page = {
    ...PAGE,
    title: text,
    summary: text,
    details: [{ label: text, value: text }],
    step: text.slice(0, 2_000),
    runbook: text.slice(0, 2_000),
  };

  test.each(KIND_NAMES)('stays text at %s', (kind) => {
    const { body, headers, url } = requestOf(kind, page);
    expect(body.isWellFormed() && body.length < 60_000 && URL.canParse(url)).toBe(true);
    // JSON has its own way to write half a character.
    expect(body).not.toMatch(/\\ud[89a-f]/i);
    expect(JSON.stringify(Object.values(headers))).not.toMatch(/[^\u0020-\u007e]|\\n/);
  });

  test('fits PagerDuty', () => {
    const { dedup_key, payload } = bodyOf('pagerduty', { ...page, action: 'test' }) as {
      dedup_key: string;
      payload: { summary: string };
    };
    expect(dedup_key.length).toBeLessThanOrEqual(255);
    expect(payload.summary.length).toBeLessThanOrEqual(1_024);
    expect(payload.summary).toMatch(/^Test page, as for P0 acme\/shop#12:.*\S$/u);
  });

  test('fits Slack, and calls nobody', () => {
    const message = bodyOf('slack', page) as {
      text: string;
      blocks: { type: string; block_id?: string; text: { type: string; text: string } }[];
    };
    const texts = [message.text, ...message.blocks.map((block) => block.text.text)];
    for (const block of message.blocks) {
      expect(block.text.text.length).toBeLessThanOrEqual(block.type === 'header' ? 150 : 3_000);
      expect(block.text.text).not.toBe('');
      expect(block.block_id?.length ?? 0).toBeLessThanOrEqual(255);
    }
    const foreign = [
      message.text,
      ...message.blocks.filter(({ text }) => text.type === 'plain_text').map((block) => block.text.text),
    ];
    expect(foreign.join('\n')).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
    expect(texts.join('\n')).not.toMatch(/@(?:channel|here)|<[!@#]/);
  });

  test('fits ntfy', () => {
    const { body } = requestOf('ntfy', page);
    const { title, message, sequence_id } = JSON.parse(body) as Readonly<Record<string, string>>;
    expect(bytes(body)).toBeLessThan(8_192);
    expect(bytes(message!)).toBeLessThan(4_096);
    expect(bytes(title!)).toBeLessThanOrEqual(200);
    expect(sequence_id).toMatch(/^[-_A-Za-z0-9]{1,64}$/);
  });
});
