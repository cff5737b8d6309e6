const these = (services: number): string => (services === 1 ? 'this service' : 'these services');

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
        '**Waiting:** somebody entitled must read it and comment `/confirm`. Until then no alert is held, and nobody is told.',
      faults: '**Do now:** correct the text above. What is wrong with it is marked ⚠️ below.',
      scheduled: (from: string) =>
        `**Next:** it begins by itself **${from}**. Until then, \`/move FROM TO\` reschedules it and \`/cancel REASON\` cancels it.`,
      in_progress: (to: string) => `**Do now:** comment \`/done\` before **${to}**, or \`/extend 1h\`.`,
      overrun: (to: string) =>
        `**Do now:** comment \`/done\`, or \`/extend 1h\`. The planned end was **${to}**; since then alerts are no longer held.`,
      verifying: (to: string) =>
        `**Do now:** check that everything works, then comment \`/done\` once more, before **${to}**.`,
      reopened:
        'The maintenance does not resume, though the issue is open again. `/move FROM TO` plans it again; otherwise please close the issue.',
    },
    services: (list: string) => `Services: ${list}`,
    span: (from: string, to: string) => `Planned: ${from} to ${to}`,
    begun: (at: string) => `Begun: ${at}`,
    ended: { completed: (at: string) => `Completed: ${at}`, cancelled: (at: string) => `Cancelled: ${at}` },
    reason: (text: string, by: string) => `Reason: ${text} (${by})`,
    confirmed: (by: string, at: string) => `Confirmed by ${by}, ${at}`,
    held: (to: string, services: number) =>
      `Alerts of ${these(services)} that begin meanwhile are recorded, and nobody is told of them until ${to}. \`/extend\` holds them until the new end; a second \`/done\` lets them through at once.`,
    changed: (by: string) =>
      `⚠️ ${by} has changed the text since, and is not entitled to: the change counts only after \`/confirm\`.`,
    closed: (by: string) =>
      `⚠️ ${by} has closed the issue, without a say: that changes nothing. \`/done\` or \`/cancel REASON\` ends it.`,
    overlaps: (list: string) => `⚠️ Overlaps with ${list} on the same service`,
  },
  fault: {
    missing: (field: string) => `**${field}**: no answer.`,
    unclear: (field: string, text: string) =>
      `**${field}**: ${text} is not a clear moment. Give a day and a time, e.g. \`2026-12-05 22:00\`, in the time zone of the policy or with an offset such as \`+01:00\`.`,
    unknown: (field: string, text: string, all: string) =>
      `**${field}**: ${text} is not in the policy. Choose from ${all}.`,
    past: (field: string, text: string) => `**${field}**: ${text} is in the past.`,
    order: (field: string, text: string) => `**${field}**: ${text} is not after the beginning.`,
    begun: (field: string, text: string) =>
      `**${field}**: ${text} is still to come, but it has begun. If it did not take place, \`/cancel REASON\`, reopen the issue, then \`/move FROM TO\`.`,
    long: (field: string) => `**${field}**: a maintenance lasts 7 days at most, since alerts are held meanwhile.`,
  },
  tell: {
    announce: (services: string, at: string) => `Maintenance of ${services} begins ${at}.`,
    until: (to: string) => `Planned end: ${to}.`,
    begun: (services: string, to: string) => `Maintenance of ${services} has begun. Planned end: ${to}.`,
    how: (owners: string, services: number) =>
      `${owners}: comment \`/done\` once the work is done, \`/extend 1h\` if it takes longer. Alerts of ${these(services)} are held until then.`,
    moved: (services: string) => `Maintenance of ${services} has been changed.`,
    span: (from: string, to: string) => `New time: ${from} to ${to}.`,
    extended: (services: string, to: string) => `Maintenance of ${services} goes on until ${to}.`,
    completed: (services: string) => `Maintenance of ${services} is over.`,
    cancelled: (services: string) => `Maintenance of ${services} is cancelled.`,
    reason: (text: string) => `Reason: ${text}`,
    overrun: 'Comment `/done`, or `/extend 1h`: the maintenance is running over.',
    overrunLine: (to: string) => `Planned end: ${to}. Alerts are no longer held.`,
    overrunAbove: 'The maintenance is running over, and nobody answers. Please have it ended or extended.',
    overlap: (list: string) => `This maintenance overlaps with ${list}.`,
    overlapLine:
      'They concern the same service at the same time. If that is not intended, `/move FROM TO` reschedules this one.',
    faults: 'Please correct the text of this maintenance.',
    faultsStill: 'Until then the plan stays as it was.',
    faultsNone: 'Until then nothing is planned, and no alert is held.',
    unread: {
      page: 'Nobody reads what `/update` says: the policy has no status page.',
      services: 'Nobody reads what `/update` says: none of the services of this maintenance is on the status page.',
    },
    unreadLine: 'It is kept, and shown there once that has changed. Please tell customers otherwise.',
    reopened: 'The maintenance does not resume. Comment `/move FROM TO` to plan it again.',
    reopenedLine: 'No alert is held meanwhile.',
  },
  why: {
    announce: 'a maintenance is announced',
    begun: 'the maintenance has begun',
    changed: 'the maintenance has changed',
    over: 'the maintenance is over',
    overrun: 'the maintenance is running over',
    overlap: 'two maintenances overlap',
    faults: 'the text has to be corrected',
    reopened: 'somebody has opened it again',
    unread: 'nobody can read what was written for the public',
    inVain: 'it goes on, though somebody has closed it',
    written: 'the maintenance got its card',
    edited: 'the maintenance has moved on',
  },
};
