import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventLines } from '../../packages/cli/src/events.ts';
import { exitCodeOf } from '../../packages/cli/src/failure.ts';
import { programsAmong, readText, writeWhole } from '../../packages/cli/src/files.ts';
import { UsageError } from '../../packages/cli/src/io.ts';

const LAUREL = fileURLToPath(new URL('../../packages/cli/bin/laurel.js', import.meta.url));

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-'));
});
afterEach(() => rm(folder, { recursive: true }));

const inside = (name: string) => join(folder, name);

describe('the process', () => {
  it('ends quietly when nobody reads on', async () => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
    const child = spawn(process.execPath, [LAUREL, '--help'], { env });
    child.stdout.destroy();
    const ended = new Promise((resolve) => child.on('close', resolve));
    expect(await text(child.stderr)).toBe('');
    expect(await ended).toBe(0);
  });
});

describe('a failure', () => {
  const told = (error: unknown) => {
    const lines: string[] = [];
    return [exitCodeOf(error, { err: (line) => void lines.push(line) }), ...lines];
  };

  it('of the caller is told and ends with 2', () => {
    expect(told(new UsageError('x: no such file'))).toEqual([2, 'error: x: no such file']);
  });

  it('of ours is an apology of one line and ends with 70', () => {
    const sorry = 'Sorry, laurel broke down, and that is its own fault: boom (LAUREL_DEBUG=1 shows where)';
    expect(told(new Error('boom\nat line 1'))).toEqual([70, sorry]);
    expect(told('boom')).toEqual([70, sorry]);
  });
});

describe('a file', () => {
  it('is replaced whole, keeps its mode, and leaves nothing beside it', async () => {
    await writeFile(inside('a.loyalty'), 'old', { mode: 0o640 });
    await writeWhole(inside('a.loyalty'), 'new');
    expect(await readFile(inside('a.loyalty'), 'utf8')).toBe('new');
    expect((await stat(inside('a.loyalty'))).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['a.loyalty']);
  });

  it('is replaced where a link leads, and the link stays', async () => {
    await writeFile(inside('a.loyalty'), 'old');
    await symlink(inside('a.loyalty'), inside('link.loyalty'));
    await writeWhole(inside('link.loyalty'), 'new');
    expect(await readFile(inside('a.loyalty'), 'utf8')).toBe('new');
  });

  it('is read without its byte order mark, and only as UTF-8', async () => {
    await writeFile(inside('bom'), '\ufefftext');
    expect(await readText(inside('bom'))).toBe('text');
    await writeFile(inside('latin'), Buffer.from([0x43, 0xe9]));
    await expect(readText(inside('latin'))).rejects.toThrow(UsageError);
  });

  it('is named once, however often it was asked for', async () => {
    await writeFile(inside('b.loyalty'), '');
    await writeFile(inside('a.loyalty'), '');
    await writeFile(inside('.hidden.loyalty'), '');
    expect(await programsAmong([folder, inside('a.loyalty')])).toEqual([inside('a.loyalty'), inside('b.loyalty')]);
  });
});

describe('event lines', () => {
  const lines = async (bytes: string | Buffer) => {
    await writeFile(inside('events'), bytes);
    const found: [number, string | null][] = [];
    for await (const { number, text } of eventLines(inside('events'))) found.push([number, text]);
    return found;
  };

  it('are counted, blank ones too', async () => {
    expect(await lines('\ufeffa\n\n \r\nb\r\nc')).toEqual([
      [1, 'a'],
      [4, 'b\r'],
      [5, 'c'],
    ]);
  });

  it('are none in an empty file', async () => {
    expect(await lines('')).toEqual([]);
  });

  it('may be cut anywhere by the chunks in which they are read', async () => {
    const long = '积'.repeat(50_000);
    expect(await lines(`${long}\n${long}\n`)).toEqual([
      [1, long],
      [2, long],
    ]);
  });

  it('that are no text, or far too long, spoil no other', async () => {
    const tooLong = Buffer.alloc(17 * 1024 * 1024, 0x20);
    const bytes = Buffer.concat([tooLong, Buffer.from('\na\n'), Buffer.from([0xff]), Buffer.from('\nb\n')]);
    expect(await lines(bytes)).toEqual([
      [1, null],
      [2, 'a'],
      [3, null],
      [4, 'b'],
    ]);
  });
});
