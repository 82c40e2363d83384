import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readRows } from '../../packages/cli/src/histories.ts';

/** Reading files of rows: whatever the file is like, a row comes out whole or is named; none is lost. */

const folder = mkdtempSync(join(tmpdir(), 'laurel-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Told {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly broken: readonly string[];
  readonly flaw: string | null;
}

async function told(path: string, encoding = 'utf-8'): Promise<Told> {
  const [rows, broken]: [string[][], string[]] = [[], []];
  let header: readonly string[] = [];
  const flaw = await readRows(path, encoding, {
    header(cells) {
      header = cells;
      return cells.includes('unwelcome') ? 'will not do' : null;
    },
    row: (cells, number) => void rows.push([String(number), ...cells]),
    broken: (number, reason) => void broken.push(`${number} ${reason}`),
  });
  return { header, rows, broken, flaw };
}

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const TOO_FEW = 'has too few cells, or a line break inside a cell';
const CUT_OFF = 'has too few cells, or a quote that is never closed';

describe('readRows', () => {
  it('reads semicolons, quotes, Windows line ends, and a last line without an end', async () => {
    const { header, rows, broken, flaw } = await told(
      fileURLToPath(new URL('../samples/simulate/lines.csv', import.meta.url)),
    );
    expect(header).toEqual(['Card', 'Date', 'Time', 'Receipt', 'Article', 'Pieces', 'Unit price', 'Label', 'Born']);
    expect(rows.map((row) => row.join('|'))).toEqual([
      '2|ann|9/5/2026|23:59:59|1|Boot; black|1|100|full|15/8/1990',
      '3|ann|9/5/2026|23:59:59|1|Lace|2.5|3.999||15/8/1990',
      '4|ann|10/5/2026|9:00|2|Boot|2|50.00|last chance|',
      '5||10/5/2026|9:00|3|Boot|2|50|full|',
      '6|ann|11/5/2026|9:00|R4|Boot|-2|50|full|',
      '7|bob|15/8/2026|12:00|1|Boot|1|100|special|',
    ]);
    expect([broken, flaw]).toEqual([[], null]);
  });

  it.each([
    ['a byte order mark', '\ufeffa,b\n1,2\n', ['2|1|2'], []],
    ['an empty last cell', 'a\tb\n1\t2\n3\t', ['2|1|2', '3|3|'], []],
    ['blank lines', 'a,b\n\n1,2\n\n\n3,4\n\n', ['3|1|2', '6|3|4'], []],
    ['blank lines of Windows', 'a,b\r\n\r\n\r\n1,2\r\n3,4', ['4|1|2', '5|3|4'], []],
    ['a blank line, then a short row', 'a,b,c\n\n1,2\n3,4,5\n\n6,7,8\n', ['6|6|7|8'], [`3 ${TOO_FEW}`]],
    ['a header alone', 'a,b\n', [], []],
    ['a header without an end', 'a,b', [], []],
    ['a quote in a quote', 'a,b\n"1 ""x""",2\n', ['2|1 "x"|2'], []],
    ['a short row', 'a,b,c\n1,2\n3,4,5\n6,7,8\n', ['4|6|7|8'], [`2 ${TOO_FEW}`]],
    ['a short last row', 'a,b,c\n1,2,3\n4,5\n', ['2|1|2|3'], [`3 ${TOO_FEW}`, `5 ${CUT_OFF}`]],
    ['a last row that is cut off', 'a,b,c\n1,2,3\n4', ['2|1|2|3'], [`3 ${TOO_FEW}`, `5 ${CUT_OFF}`]],
    // What comes out of such a row is not to be used: it is named as broken.
    ['a quote that is never closed', 'a,b\n1,"2\n3,4\n', ['2|1|'], [`3 ${CUT_OFF}`]],
    ['a line break inside a cell', 'a,b\n"1\n1",2\n3,4\n', ['4|3|4'], [`2 ${TOO_FEW}`]],
  ])('%s', async (_, content, rows, broken) => {
    const read = await told(written('small.csv', content));
    expect(read.rows.map((row) => row.join('|'))).toEqual(rows);
    expect(read.broken).toEqual(broken);
    expect(read.flaw).toBeNull();
  });

  it.each([',', ';', '\t', '|'])('reads many chunks, parted by %j, gzipped or not', async (parting) => {
    for (const [end, quote] of [
      ['\n', ''],
      ['\r\n', '"'],
      ['\r\n', ''],
    ] as const) {
      const rows = Array.from({ length: 20_000 }, (_, i) => [`${i}`, `${quote}鞋 ${i}${quote}`, `${i}.00`]);
      const text = [['id', 'name', 'paid'], ...rows].map((row) => row.join(parting)).join(end) + end;
      for (const path of [written('many.csv', text), written('many.csv.gz', gzipSync(text))]) {
        const read = await told(path);
        expect(read.broken).toEqual([]);
        expect(read.rows.length).toBe(20_000);
        expect(read.rows.every((row, i) => row.join() === `${i + 2},${i},鞋 ${i},${i}.00`)).toBe(true);
      }
    }
  });

  it.each([
    ['an empty file', 'empty.csv', '', 'is empty'],
    ['no header', 'blank.csv', '\n\n', 'has no header'],
    ['columns that will not do', 'columns.csv', 'unwelcome,b\n1,2\n', 'will not do'],
    ['one column', 'one.csv', 'a\n1\n', 'has one column only; commas, semicolons, tabs or bars part the cells'],
    ['no gzip', 'text.csv.gz', 'a,b\n', 'is not a whole .gz file'],
    ['half a gzip', 'half.csv.gz', gzipSync('a,b\n1,2\n').subarray(0, 20), 'is not a whole .gz file'],
    ['no text', 'bytes.csv', new Uint8Array([0x61, 0x0a, 0xff, 0x0a]), 'is not text in utf-8'],
  ])('says why a file cannot be read: %s', async (_, name, content, flaw) => {
    expect((await told(written(name, content))).flaw).toBe(flaw);
  });

  it('reads what a Chinese spreadsheet writes', async () => {
    // 姓名,a and 鞋,1 in GB 18030.
    const bytes = [0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x61, 0x0a, 0xd0, 0xac, 0x2c, 0x31, 0x0a];
    const read = await told(written('gb.csv', new Uint8Array(bytes)), 'gb18030');
    expect([read.header, read.rows]).toEqual([['姓名', 'a'], [['2', '鞋', '1']]]);
  });

  it('says that a file is not there', async () => {
    await expect(told(join(folder, 'nowhere.csv'))).rejects.toThrow('there is no such file');
  });
});
