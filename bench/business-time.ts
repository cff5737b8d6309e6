import { cpus } from 'node:os';

// The libraries compared here only know the zone of the process.
process.env.TZ = 'Europe/Paris';

const { compileCalendar } = await import('../src/calendar/calendar.ts');
const { loadHolidays } = await import('../src/calendar/holidays.ts');
const { readRules } = await import('../src/calendar/hours.ts');
const { joinYears } = await import('../src/calendar/table.ts');
const { compileYear } = await import('../src/calendar/year.ts');
const { createPeers } = await import('./peers.ts');
const { median, rate, short, timed } = await import('./timing.ts');
type Contestant = import('./timing.ts').Contestant;
type Interval = import('../src/calendar/calendar.ts').Interval;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const publicHolidays = await loadHolidays('FR');
const holidays = [2024, 2025, 2026, 2027, 2028, 2029].flatMap(publicHolidays);
const day = [['09:00', '17:00']] as const;
const spec = {
  name: 'office',
  zone: process.env.TZ,
  weekly: { mon: day, tue: day, wed: day, thu: day, fri: day },
  holidays,
};
const calendar = compileCalendar(spec);
const peers = createPeers(holidays);

/** Starts at any minute of 2024 and 2025, the same in every run, in no order that a processor could learn. */
const STARTS = 4096;
let seed = 20_260_101;
const starts = Float64Array.from(
  { length: STARTS },
  () => Date.UTC(2024, 0, 5) + Math.floor(random() * 2 * 365 * 1440) * MINUTE,
);

function random(): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0;
  return (seed >>> 0) / 2 ** 32;
}

interface Question {
  readonly name: string;
  readonly ours: Contestant['run'];
  readonly floor: Contestant['run'];
  readonly peer: (peer: (typeof peers)[number], start: number) => number;
  readonly ask: (start: number) => number;
}

// Each loop is written out, so that every contestant is called directly and none through a shared function.
const questions: Question[] = [
  {
    name: 'add 20 h',
    ours: (count) => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += calendar.add(starts[i % STARTS]!, 20 * HOUR);
      return sum;
    },
    floor: (count) => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += starts[i % STARTS]! + 20 * HOUR;
      return sum;
    },
    peer: (peer, start) => peer.addHours(start, 20),
    ask: (start) => calendar.add(start, 20 * HOUR),
  },
  elapsed('elapsed over 90 days', 90),
  elapsed('elapsed over 3 years', 1096),
];

function elapsed(name: string, days: number): Question {
  const span = days * DAY;
  return {
    name,
    ours: (count) => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += calendar.between(starts[i % STARTS]!, starts[i % STARTS]! + span);
      return sum;
    },
    floor: (count) => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += starts[i % STARTS]! + span - starts[i % STARTS]!;
      return sum;
    },
    peer: (peer, start) => peer.elapsed(start, start + span),
    ask: (start) => calendar.between(start, start + span),
  };
}

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const question of questions) {
  console.log(`\n${question.name}, operations a second`);
  const sample = starts.slice(0, question.name.endsWith('years') ? 20 : 100);
  const slow = peers.map((peer) => {
    const wrong = sample.filter((start) => question.peer(peer, start) !== question.ask(start));
    const run = (count: number) => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += question.peer(peer, starts[i % STARTS]!);
      return sum;
    };
    return { name: peer.name, ops: rate({ name: peer.name, run }), remark: agreement(question, peer, wrong, sample) };
  });
  const best = Math.max(...slow.map(({ ops }) => ops));
  const floor = { name: 'bare addition (the floor)', ops: rate({ name: 'floor', run: question.floor }), remark: '' };
  const ours = { name: 'Tocsin', ops: rate({ name: 'Tocsin', run: question.ours }), remark: '' };
  for (const { name, ops, remark } of [floor, ours, ...slow]) {
    const ratio = `${(ops / best).toFixed(ops > 10 * best ? 0 : 2)} x`;
    console.log(`  ${name.padEnd(26)}${short(ops).padStart(9)}${ratio.padStart(12)}  ${remark}`);
  }
}

function agreement(
  question: Question,
  peer: (typeof peers)[number],
  wrong: Float64Array,
  sample: Float64Array,
): string {
  const [start] = wrong;
  if (start === undefined) return `agrees on ${sample.length} of ${sample.length}`;
  const iso = (value: number) =>
    question.name.startsWith('add') ? new Date(value).toISOString() : `${value / MINUTE} min`;
  const difference = `${iso(question.peer(peer, start))}, Tocsin ${iso(question.ask(start))}`;
  return `DIFFERS on ${wrong.length} of ${sample.length}: ${new Date(start).toISOString()} gives ${difference}`;
}

const TICKETS = 1_000_000;
const pauses = Array.from(starts, (start, i) =>
  Array.from({ length: i % 4 }, (): Interval => {
    const from = start + Math.floor(random() * 4 * 1440) * MINUTE;
    return { from, to: from + Math.floor(random() * 1440) * MINUTE };
  }),
);
const due = (count: number) => {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += calendar.add(starts[i % STARTS]!, 20 * HOUR, pauses[i % STARTS]);
  return sum;
};
const spent = (count: number) => {
  let sum = 0;
  for (let i = 0; i < count; i++)
    sum += calendar.between(starts[i % STARTS]!, starts[i % STARTS]! + 9 * DAY, pauses[i % STARTS]);
  return sum;
};
for (let i = 0; i < STARTS; i++) {
  const end = calendar.add(starts[i]!, 20 * HOUR, pauses[i]);
  if (calendar.between(starts[i]!, end, pauses[i]) !== 20 * HOUR) throw new Error('add and between disagree');
}
const inSeconds = (run: (count: number) => number) =>
  median(Array.from({ length: 7 }, () => timed(run, TICKETS))) / 1000;
console.log('\na million tickets with up to three pauses, seconds');
console.log(`  due instants              ${inSeconds(due).toFixed(2).padStart(9)}`);
console.log(`  elapsed time              ${inSeconds(spent).toFixed(2).padStart(9)}`);

const compile = (zone: string) => {
  const rules = readRules({ ...spec, zone });
  return (count: number) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += joinYears(1970 + i, [compileYear(rules, 1970 + i)]).total;
    return sum;
  };
};
const YEARS = 100;
const known = compile(spec.zone);
for (let i = 0; i < 20; i++) known(YEARS);
const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Africa/Cairo',
  'America/Sao_Paulo',
];
const perYear = (took: readonly number[]) => (median(took) / YEARS).toFixed(3).padStart(9);
console.log('\na year compiled, milliseconds');
console.log(`  the zone known            ${perYear(Array.from({ length: 7 }, () => timed(known, YEARS)))}`);
console.log(`  the zone probed as well   ${perYear(zones.map((zone) => timed(compile(zone), YEARS)))}`);
