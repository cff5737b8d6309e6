import { describe, expect, test } from 'vitest';
import { pageThrough, why } from './pager.ts';
import { SECRETS, type HttpKindName } from './samples.ts';
import { answer, breakOff, stall, type Behaviour } from './server.ts';

const SHORT = 200;

describe('an answer that is no yes', () => {
  const HTML = answer(200, '<html>Log in</html>', { 'Content-Type': 'text/html' });
  test.each<readonly [HttpKindName, string, Behaviour, string]>([
    ['pagerduty', 'a page to log in', HTML, 'the answer, status 200, was not one of PagerDuty'],
    ['pagerduty', 'a 202 cut off', breakOff(202, '{"sta'), 'ok'],
    ['slack', 'a page to log in', HTML, 'the answer, status 200, was not one of Slack'],
    ['slack', 'a huge one', answer(200, 'ok'.repeat(200_000)), 'the answer, status 200, was not one of Slack'],
    ['slack', 'a 200 cut off', breakOff(200, 'o'), 'the answer was cut off (3 attempts)'],
    ...(
      [
        ['opsgenie', 'Opsgenie'],
        ['jsm', 'Jira Service Management'],
        ['grafana-irm', 'Grafana IRM'],
        ['incident-io', 'incident.io'],
        ['teams', 'Microsoft Teams'],
        ['discord', 'Discord'],
        ['google-chat', 'Google Chat'],
        ['mattermost', 'Mattermost'],
        ['zulip', 'Zulip'],
        ['telegram', 'Telegram'],
        ['twilio-sms', 'SMS by Twilio'],
        ['twilio-call', 'a call by Twilio'],
      ] as const
    ).map(
      ([kind, title]) => [kind, 'a page to log in', HTML, `the answer, status 200, was not one of ${title}`] as const,
    ),
    ['discord', 'a 204 of a proxy', answer(204), 'the answer, status 204, was not one of Discord'],
    ['google-chat', 'an empty object', answer(200, '{}'), 'the answer, status 200, was not one of Google Chat'],
    [
      'telegram',
      'a no with status 200',
      answer(200, '{"ok":false,"error_code":400}'),
      'the answer, status 200, was not one of Telegram',
    ],
    [
      'telegram',
      'a yes within a no',
      answer(200, '{"ok":false,"x":{"ok":true}}'),
      'the answer, status 200, was not one of Telegram',
    ],
    [
      'slack',
      'a no with status 200',
      answer(200, '{"ok":false,"error":"no_service"}'),
      'Slack refused it, “no_service”',
    ],
    [
      'zulip',
      'a no with status 200',
      answer(200, '{"result":"error","msg":"no"}'),
      'the answer, status 200, was not one of Zulip',
    ],
    ['twilio-sms', 'a 200', answer(200, '{"sid":"SM1"}'), 'the answer, status 200, was not one of SMS by Twilio'],
    ['teams', 'a 202 cut off', breakOff(202, 'x'), 'ok'],
    ['ntfy', 'a page to log in', HTML, 'the answer, status 200, was not one of ntfy'],
    ['ntfy', 'a 200 cut off', breakOff(200, '{"id":"x"'), 'the answer was cut off (3 attempts)'],
    ['ntfy', 'a 200 cut off late', breakOff(200, '{"id":"x","event":"message",'), 'ok'],
    ['webhook', 'any words', HTML, 'ok'],
    ['webhook', 'a huge one', answer(200, 'x'.repeat(200_000)), 'ok'],
    ['webhook', 'a 200 cut off', breakOff(200, 'x'), 'ok'],
  ])('%s: %s', async (kind, _name, behaviour, expected) => {
    const { sent } = await pageThrough(kind, [behaviour]);
    expect(why(sent)).toBe(expected);
  });

  test('one that never ends', { tags: 'slow' }, async () => {
    const { sent } = await pageThrough('slack', [stall(200, 'o')], { timeout: SHORT });
    expect(why(sent)).toBe('no answer came within 0.2 s (3 attempts)');
    const webhook = await pageThrough('webhook', [stall(200, 'o')], { timeout: 300 });
    expect(webhook.sent).toEqual({ ok: true });
  });
});

describe('what a service says of a refusal', () => {
  test.each<readonly [HttpKindName, number, string, string]>([
    [
      'telegram',
      400,
      '{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}',
      'Bad Request: chat not found',
    ],
    [
      'google-chat',
      404,
      '{"error":{"code":404,"message":"Space not found.","status":"NOT_FOUND"}}',
      'Space not found.',
    ],
    [
      'teams',
      400,
      '{"error":{"code":"DirectApiAuthorizationRequired","message":"The request is not authorized."}}',
      'The request is not authorized.',
    ],
    ['zulip', 400, '{"result":"error","msg":"Invalid API key","code":"INVALID_API_KEY"}', 'Invalid API key'],
    ['discord', 404, '{"message": "Unknown Webhook", "code": 10015}', 'Unknown Webhook'],
    ['opsgenie', 422, '{"message":"Key format is not valid!","took":0.001}', 'Key format is not valid'],
    [
      'twilio-sms',
      400,
      `{"code":21211,"message":"Invalid 'To' Phone Number: ${SECRETS.ON_CALL_PHONE}"}`,
      "Invalid 'To' Phone Number: …",
    ],
    ['mattermost', 404, '{"id":"x","message":"Invalid webhook.","status_code":404}', 'Invalid webhook.'],
  ])('%s %i', async (kind, status, body, remark) => {
    const { sent } = await pageThrough(kind, [answer(status, body)]);
    expect(why(sent)).toBe(`the answer was status ${status}, “${remark}”`);
  });
});
