import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fragmentOf, openFragment, type Shared } from '../../playground/src/share/link.ts';

const WORK: Shared = {
  text: 'program "茶 & <b>tea</b>" version "1":\n',
  story: { items: [{ id: 'p1', at: '2026-05-10T12:00', body: { kind: 'purchase', lines: [] } }], until: '2026-12-31' },
  settings: { Rate: '2' },
};

describe('a link', () => {
  it('gives back what was put into it', async () => {
    const fragment = await fragmentOf(WORK);
    expect(fragment).toMatch(/^#p=1\.[A-Za-z0-9_-]+$/);
    expect(await openFragment(fragment ?? '')).toEqual({ kind: 'shared', shared: WORK });
  });

  it('is none, damaged or newer, and never throws', async () => {
    expect(await openFragment('')).toEqual({ kind: 'none' });
    expect(await openFragment('#somewhere')).toEqual({ kind: 'none' });
    expect(await openFragment('#p=2.abc')).toEqual({ kind: 'newer' });
    for (const fragment of ['#p=', '#p=1.', '#p=1.%%%', '#p=1.AAAA', '#p=1.A', `#p=1.${'A'.repeat(100_000)}`]) {
      expect(await openFragment(fragment), fragment.slice(0, 20)).toEqual({ kind: 'damaged' });
    }
  });

  it('is not unpacked beyond its bound', async () => {
    const bomb = deflateRawSync(Buffer.from(JSON.stringify({ ...WORK, text: ' '.repeat(20_000_000) })));
    expect(bomb.length).toBeLessThan(40_000);
    expect(await openFragment(`#p=1.${bomb.toString('base64url')}`)).toEqual({ kind: 'damaged' });
  });

  it.each([
    ['no text', { ...WORK, text: 1 }],
    ['a strange time', { ...WORK, story: { items: [{ id: 'a', at: 'now', body: { kind: 'visit' } }], until: null } }],
    [
      'an event without a kind',
      { ...WORK, story: { items: [{ id: 'a', at: '2026-05-10T12:00', body: {} }], until: null } },
    ],
    ['a list', []],
  ])('holds what is inside against its shape: %s', async (_, value) => {
    const fragment = `#p=1.${deflateRawSync(Buffer.from(JSON.stringify(value))).toString('base64url')}`;
    expect(await openFragment(fragment)).toEqual({ kind: 'damaged' });
  });

  it('is not made of more than fits', async () => {
    const noise = Array.from({ length: 60_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join(
      '',
    );
    expect(await fragmentOf({ ...WORK, text: noise })).toBeNull();
  });
});
