import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderLog, renderSummary } from '../../src/run/render.ts';
import { writeReport, writeSite } from '../../src/run/site/write.ts';
import { writes } from '../laws/story.ts';
import { DAY, HOUR } from '../support/stage.ts';
import { at, opened } from './reports-story.ts';

/* `command: report`: the figures of a month as files, and in the job summary. */

test('gives the files of the running month, and writes nothing on GitHub', { tags: 'slow' }, async () => {
  const { stage, hub } = await opened();
  for (const priority of ['P1', 'P3']) hub.as('nora').openIssue({ title: 'Down', labels: ['incident', priority] });
  await stage.sweep();
  const before = hub.requests.length;
  const report = await stage.sweep({ command: 'report' });
  expect(writes(hub.requests.slice(before))).toEqual([]);
  expect(report.failures).toEqual([]);
  expect([...report.figures!.files.keys()]).toEqual([
    'incidents-2026-11.csv',
    'report-2026-11.json',
    'report-2026-11.md',
    'metrics.txt',
    'report-2026-11.html',
  ]);
  expect(report.figures!.files.get('report-2026-11.html')).toContain('Internal: not for customers.');
  expect(renderSummary(report)).toMatch(/^## Incident report November 2026\n\nAs of [^]*```mermaid/);
  expect(renderLog(report)).toContain('Incident report November 2026');
});

test(
  'of a month long ago reads as far back as that, a hundred closed incidents a request',
  { tags: 'slow' },
  async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    for (let i = 0; i < 150; i++) {
      const number = hub.as('nora').openIssue({ title: `Down ${i}`, labels: ['incident', 'P3'] });
      hub.as('alice').comment(number, '/resolve Done.');
      hub.as('alice').close(number);
    }
    hub.clock.set(at('2027-03-02T09:00Z'));
    const asked = async (month: string): Promise<number> => {
      const before = hub.requests.length;
      const { figures, failures } = await stage.sweep({ command: 'report', month });
      expect(failures).toEqual([]);
      expect(figures!.text).toContain(month === '2026-11' ? '**150 opened' : '**0 opened');
      return hub.requests.slice(before).filter(({ kind }) => kind === 'query').length;
    };
    // The first request brings 40 of them, the next two the rest; one asks for the reports.
    expect(await asked('2026-11')).toBe(4);
    expect(await asked('2027-03')).toBe(2);
  },
);

test('goes on where an incident cannot be read, and says so', async () => {
  const { stage, hub } = await opened();
  hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
  hub.as('alice').comment(1, '/ack');
  hub.clock.advance(DAY + HOUR);
  const matches = ({ kind }: { readonly kind: string }): boolean => kind === 'rest';
  for (let i = 0; i < 20; i++) hub.faults.add({ when: { matches }, how: { status: 500, handled: false } });
  const report = await stage.sweep({ command: 'report' });
  expect(report.failures).toHaveLength(1);
  hub.faults.clear();
  expect(report.figures).not.toBeNull();
});

test('its files come into the folder, and others there are left alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
  try {
    const { stage } = await opened();
    const { figures } = await stage.sweep({ command: 'report', month: '2026' });
    await writeFile(join(folder, 'mine.txt'), 'mine');
    await writeReport(join(folder, '.'), figures!.files);
    expect((await readdir(folder)).sort()).toEqual(['metrics.txt', 'mine.txt', 'report-2026.json', 'report-2026.md']);
    expect(await readFile(join(folder, 'report-2026.md'), 'utf8')).toMatch(/^# Incident report 2026\n/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('its files do not come into the folder of a status page', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
  try {
    await writeSite(folder, new Map([['index.html', 'All is well']]));
    await expect(writeReport(folder, new Map([['index.html', 'Internal']]))).rejects.toThrow('holds a status page');
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('All is well');
  } finally {
    await rm(folder, { recursive: true });
  }
});
