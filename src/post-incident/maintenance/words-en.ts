export const en = {
  stage: {
    unconfirmed: 'not confirmed',
    scheduled: 'scheduled',
    in_progress: 'in progress',
    overrun: 'running over',
    verifying: 'being verified',
    completed: 'completed',
    cancelled: 'cancelled',
  },
  card: {
    title: (stage: string) => `Maintenance · ${stage}`,
    do: {
      unconfirmed:
        '**Waiting:** somebody entitled reads it, then comments `/confirm`. Until then it holds no alerts, and nobody hears of it.',
      faults: '**Do now:** correct the text above; it cannot be read as it is.',
      scheduled: (from: string) =>
        `**Next:** it begins by itself **${from}**. Before that there are \`/move FROM TO\` and \`/cancel REASON\`.`,
      in_progress: (to: string) => `**Do now:** comment \`/done\` before **${to}**, or \`/extend 1h\`.`,
      overrun: (to: string) =>
        `**Do now:** comment \`/done\`, or \`/extend 1h\`. It should have ended **${to}**, and alerts are told again since then.`,
      verifying: (to: string) => `**Do now:** see that all works, then comment \`/done\` once more, before **${to}**.`,
      reopened:
        'It stays over, though the issue is open. `/move FROM TO` plans it again; otherwise please close the issue.',
    },
    services: (list: string) => `Services: ${list}`,
    span: (from: string, to: string) => `Planned: ${from} to ${to}`,
    begun: (at: string) => `Begun: ${at}`,
    ended: { completed: (at: string) => `Completed: ${at}`, cancelled: (at: string) => `Cancelled: ${at}` },
    reason: (text: string, by: string) => `Reason: ${text} (${by})`,
    confirmed: (by: string, at: string) => `Confirmed by ${by}, ${at}`,
    held: (to: string) =>
      `Alerts of these services that begin meanwhile are recorded, and nobody hears of them until ${to}; with \`/extend\` until the new end, with \`/done\` said twice at once.`,
    changed: (by: string) =>
      `⚠️ ${by} has changed the text since, without a say: that does not count. \`/confirm\` makes it count.`,
    closed: (by: string) =>
      `⚠️ ${by} has closed the issue, without a say: that changes nothing. \`/done\` or \`/cancel REASON\` ends it.`,
    overlaps: (list: string) => `⚠️ Overlaps with ${list} on the same service`,
  },
  fault: {
    missing: (field: string) => `**${field}** has no answer.`,
    unclear: (field: string, text: string) =>
      `**${field}**: ${text} is no clear moment. Expected a day and a time, e.g. \`2026-12-05 22:00\`, in the time zone of the policy unless an offset such as \`+01:00\` says otherwise.`,
    unknown: (field: string, text: string, all: string) =>
      `**${field}**: ${text} is none of the policy. Expected ${all}.`,
    past: (field: string, text: string) => `**${field}**: ${text} is past.`,
    order: (field: string, text: string) => `**${field}**: ${text} is not after the beginning.`,
    begun: (field: string, text: string) =>
      `**${field}**: ${text} is still to come, but it has begun. If it did not take place, \`/cancel REASON\`, reopen the issue, then \`/move FROM TO\`.`,
    long: (field: string) => `**${field}**: a maintenance lasts 7 days at most, since alerts are held meanwhile.`,
  },
  tell: {
    announce: (services: string, at: string) => `Maintenance of ${services} begins ${at}.`,
    until: (to: string) => `It is to end ${to}.`,
    begun: (services: string, to: string) => `Maintenance of ${services} has begun. It is to end ${to}.`,
    how: (owners: string) =>
      `${owners}: comment \`/done\` once the work is done, \`/extend 1h\` if it takes longer. Alerts of these services are held until then.`,
    moved: (services: string) => `Maintenance of ${services} has been changed.`,
    span: (from: string, to: string) => `It is from ${from} to ${to} now.`,
    extended: (services: string, to: string) => `Maintenance of ${services} goes on until ${to}.`,
    completed: (services: string) => `Maintenance of ${services} is over.`,
    cancelled: (services: string) => `Maintenance of ${services} is cancelled.`,
    reason: (text: string) => `Reason: ${text}`,
    overrun: 'The maintenance runs over. Comment `/done`, or `/extend 1h`.',
    overrunLine: (to: string) => `It should have ended ${to}. Alerts of its services are told again.`,
    overrunAbove: 'The maintenance runs over, and nobody answers. Please see that it is ended or extended.',
    overlap: (list: string) => `This maintenance overlaps with ${list}.`,
    overlapLine:
      'They share a service and a time. If that is not meant, `/move FROM TO` plans this one for another time.',
    faults: 'The text of this maintenance cannot be read as it is. Please correct it.',
    faultsStill: 'Until then the plan stays as it was.',
    faultsNone: 'Until then nothing is planned, and no alert is held.',
    unread: {
      page: 'Nobody reads what `/update` says: the policy has no status page.',
      services: 'Nobody reads what `/update` says: none of the services of this maintenance is on the status page.',
    },
    unreadLine: 'It is kept, and shown there once that has changed. Please tell customers otherwise.',
    reopened: 'The maintenance stays over. Comment `/move FROM TO` to plan it again.',
    reopenedLine: 'No alert is held meanwhile.',
  },
  why: {
    announce: 'a maintenance is announced',
    begun: 'the maintenance has begun',
    changed: 'the maintenance has changed',
    over: 'the maintenance is over',
    overrun: 'the maintenance runs over',
    overlap: 'two maintenances overlap',
    faults: 'the plan cannot be read',
    reopened: 'somebody has opened it again',
    unread: 'nobody can read what was written for the public',
    inVain: 'it goes on, though somebody has closed it',
    written: 'the maintenance got its card',
    edited: 'the maintenance has moved on',
  },
};
