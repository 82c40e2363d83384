import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from '@laurel/language';
import { expect, it } from 'vitest';
import { clockwork } from '../../packages/engine/src/evaluate.ts';
import { plainLane } from '../../packages/engine/src/simulate/plain.ts';
import { yidu } from '../scenario/yidu.ts';

const BENCH = fileURLToPath(new URL('../bench/program.loyalty', import.meta.url));

it('plays purchases of the program that is measured straight from the columns', () => {
  const { program } = compile({ name: 'bench', text: readFileSync(BENCH, 'utf8') });
  if (program === null) throw new Error('the program of the bench does not compile');
  expect(plainLane(clockwork([program], {}))).not.toBeNull();
});

it('judges in full what a program says beside', () => {
  expect(plainLane(clockwork([yidu], {}))).toBeNull();
});
