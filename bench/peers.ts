import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import moment from 'moment';
import 'moment-business-time';
import opening_hours from 'opening_hours';

/** What every library is asked: open milliseconds, on Monday to Friday 09:00-17:00 without the public holidays. */
export interface Peer {
  readonly name: string;
  readonly addHours: (start: number, hours: number) => number;
  readonly elapsed: (from: number, to: number) => number;
}

const MINUTE = 60_000;

/** All of them use the zone of the process, so that must be the zone of the calendar. */
export function createPeers(holidays: readonly string[]): Peer[] {
  return [momentPeer(holidays), dayjsPeer(holidays), openingHoursPeer(holidays)];
}

interface WorkingMoment extends moment.Moment {
  addWorkingTime: (count: number, unit: 'hours') => WorkingMoment;
  workingDiff: (other: moment.Moment, unit: 'minutes') => number;
}

function momentPeer(holidays: readonly string[]): Peer {
  const hours = ['09:00:00', '17:00:00'];
  const workinghours = { 0: null, 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: null };
  const locale = { workinghours, holidays };
  moment.updateLocale('en', locale);
  const at = (t: number) => moment(t) as WorkingMoment;
  return {
    name: 'moment-business-time',
    addHours: (start, count) => at(start).addWorkingTime(count, 'hours').valueOf(),
    elapsed: (from, to) => at(to).workingDiff(at(from), 'minutes') * MINUTE,
  };
}

function dayjsPeer(holidays: readonly string[]): Peer {
  dayjs.extend(businessTime);
  const hours = [{ start: '09:00:00', end: '17:00:00' }];
  const weekend = { saturday: null, sunday: null };
  dayjs.setBusinessTime({
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    ...weekend,
  });
  dayjs.setHolidays([...holidays]);
  return {
    name: 'dayjs-business-time',
    addHours: (start, count) => dayjs(start).addBusinessHours(count).valueOf(),
    elapsed: (from, to) => dayjs(from).businessMinutesDiff(dayjs(to)) * MINUTE,
  };
}

function openingHoursPeer(holidays: readonly string[]): Peer {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const off = holidays.map(
    (date) => `${date.slice(0, 4)} ${months[Number(date.slice(5, 7)) - 1]!} ${date.slice(8)} off`,
  );
  const hours = new opening_hours(['Mo-Fr 09:00-17:00', ...off].join('; '));
  return {
    name: 'opening_hours',
    // It has no addition: walk its changes.
    addHours: (start, count) => {
      const walk = hours.getIterator(new Date(start));
      let left = count * 60 * MINUTE;
      let from = start;
      for (;;) {
        const open = walk.getState();
        if (!walk.advance()) return Infinity;
        const to = walk.getDate().getTime();
        if (open && to - from >= left) return from + left;
        if (open) left -= to - from;
        from = to;
      }
    },
    elapsed: (from, to) => hours.getOpenDuration(new Date(from), new Date(to))[0],
  };
}
