import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { fetchFor } from '../../src/github/fetch.ts';

test('all requests together are given up after so long, those that come later at once', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const send = await fetchFor(url, undefined, 30);
  await expect(send(url)).rejects.toThrow(/timeout/i);
  await expect(send(url)).rejects.toThrow(/timeout/i);
  silent.closeAllConnections();
  silent.close();
});
