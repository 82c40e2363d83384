import type { Problem } from '@laurel/language';
import { describe, expect, it } from 'vitest';
import { changesBy, edited, safeEdits } from '../../packages/cli/src/edits.ts';

const at = (start: number, end: number, text: string) => ({ span: { start, end }, text });

function found(...fixes: { safe: boolean; edits: ReturnType<typeof at>[] }[]): Problem {
  const span = { start: 0, end: 0 };
  return { code: 'empty-name', severity: 'error', spans: [{ role: 'here', span }], params: {}, fixes };
}

describe('edits', () => {
  it('are applied wherever they stand in the list', () => {
    expect(edited('one two three', [at(8, 13, '3'), at(0, 3, '1')])).toBe('1 two 3');
    expect(edited('ab', [at(1, 1, '-'), at(2, 2, '!')])).toBe('a-b!');
  });

  it('show the lines that change and no others', () => {
    expect(changesBy('a\nb\nc\n', [at(2, 3, 'B')])).toEqual([{ line: 2, before: ['b'], after: ['B'] }]);
    expect(changesBy('a\nb\n', [at(2, 2, 'new\n')])).toEqual([{ line: 2, before: [], after: ['new'] }]);
    expect(changesBy('a\nb\nc', [at(2, 4, '')])).toEqual([{ line: 2, before: ['b'], after: [] }]);
    expect(changesBy('a', [at(1, 1, '\nx\ny\n')])).toEqual([{ line: 2, before: [], after: ['x', 'y', ''] }]);
    expect(changesBy('', [at(0, 0, 'x')])).toEqual([{ line: 1, before: [''], after: ['x'] }]);
  });

  it('come together where they touch the same lines', () => {
    const changes = changesBy('a b\nc\nd', [at(0, 1, 'A'), at(2, 3, 'B'), at(6, 7, 'D')]);
    expect(changes).toEqual([
      { line: 1, before: ['a b'], after: ['A B'] },
      { line: 3, before: ['d'], after: ['D'] },
    ]);
  });
});

describe('safe edits', () => {
  it('leave out the fixes that need a person', () => {
    expect(safeEdits([found({ safe: false, edits: [at(0, 1, 'x')] })])).toEqual([]);
  });

  it('take one fix of each problem', () => {
    const problem = found(
      { safe: false, edits: [at(0, 1, 'x')] },
      { safe: true, edits: [at(2, 3, 'y')] },
      { safe: true, edits: [at(5, 6, 'z')] },
    );
    expect(safeEdits([problem])).toEqual([at(2, 3, 'y')]);
  });

  it('take a whole fix or none of it, and never two that touch', () => {
    const first = found({ safe: true, edits: [at(4, 6, 'a')] });
    const second = found({ safe: true, edits: [at(0, 1, 'b'), at(5, 7, 'c')] });
    const third = found({ safe: true, edits: [at(8, 8, 'd')] });
    const fourth = found({ safe: true, edits: [at(8, 8, 'e')] });
    expect(safeEdits([first, second, third, fourth])).toEqual([at(4, 6, 'a'), at(8, 8, 'd')]);
  });
});
