import { expect, test } from 'vitest';
import { programOf } from '../../src/cli/called.ts';

const NPX = '/cache/_npx/52ea/node_modules/.bin/tocsin';

test.each([
  ['npx ../tocsin', { script: NPX, real: '/home/me/tocsin/dist/cli.js', cwd: '/home/me/shop', npm: 'exec' }],
  ['npx .', { script: NPX, real: '/home/me/tocsin/dist/cli.js', cwd: '/home/me/tocsin', npm: 'exec' }],
  ['npx ./tools/tocsin', { script: NPX, real: '/shop/tools/tocsin/dist/cli.js', cwd: '/shop', npm: 'exec' }],
  ['npx "../my tools/tocsin"', { script: NPX, real: '/me/my tools/tocsin/dist/cli.js', cwd: '/me/shop', npm: 'exec' }],
  ['npx /tools/tocsin', { script: NPX, real: '/tools/tocsin/dist/cli.js', cwd: '/shop', npm: 'exec' }],
  ['npx tocsin', { script: NPX, real: '/shop/node_modules/tocsin/dist/cli.js', cwd: '/shop', npm: 'exec' }],
  [
    'npx github:tocsin/tocsin',
    { script: NPX, real: '/cache/_npx/52ea/node_modules/tocsin/dist/cli.js', cwd: '/shop', npm: 'exec' },
  ],
  ['npm run tocsin --', { script: '/t/src/cli.ts', real: '/t/src/cli.ts', cwd: '/t', npm: 'run-script' }],
  ['tocsin', { script: '/usr/bin/tocsin', real: '/tools/tocsin/dist/cli.js', cwd: '/shop', npm: undefined }],
  [
    'node ../t/dist/cli.js',
    { script: '/me/t/dist/cli.js', real: '/me/t/dist/cli.js', cwd: '/me/shop', npm: undefined },
  ],
])('%s is what somebody typed', (typed, start) => {
  expect(programOf(start)).toBe(typed);
});
