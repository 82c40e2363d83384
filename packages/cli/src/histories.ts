import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { inferSchema, initParser, type Parser } from 'udsv';
import { usageErrorOf } from './files.ts';

/** What reading a file of rows tells, as it goes on. */
export interface RowReader {
  /** Told once, before any row. An answer ends the reading: why these columns will not do. */
  header(cells: readonly string[]): string | null;
  /** Rows are numbered as a spreadsheet does: the first one under the header is row 2. */
  row(cells: readonly string[], number: number): void;
  /** A row that has too few cells, or a quote that is never closed. */
  broken(number: number, reason: string): void;
}

/**
 * Reads a CSV file, gzipped where its name ends in `.gz`, without holding it whole. Commas, semicolons, tabs and bars part
 * the cells; the header tells which.
 * @returns why the file as a whole cannot be read; null: it was read to its end
 */
export async function readRows(path: string, encoding: string, reader: RowReader): Promise<string | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const rows = new Rows(reader);
  const file = createReadStream(path);
  const bytes = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  // An error of the file does not travel down a pipe by itself.
  file.on('error', (error) => bytes.destroy(error));
  try {
    for await (const chunk of bytes) {
      const flaw = rows.text(decoder.decode(chunk, { stream: true }));
      if (flaw !== null) return flaw;
    }
    return rows.text(decoder.decode()) ?? rows.end();
  } catch (error) {
    if (error instanceof TypeError) return `is not text in ${encoding}`;
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      return 'is not a whole .gz file';
    throw usageErrorOf(path, error);
  } finally {
    file.destroy();
  }
}

/** Stands in every cell of a last row of our own: it comes out whole only if the file's last row was whole. */
const END = '\u0000end';

/** Feeds whole lines to the parser, so that no chunk ends inside a line break. */
class Rows {
  readonly #reader: RowReader;
  #parser: Parser | null = null;
  #columns = 0;
  #held = '';
  /** Of what the parser was given: how many lines, and the one that came out of it last; the header is line 1. */
  #given = 0;
  #line = 1;
  /** The lines before which the file has a blank one, which the parser was not given, and how many of these lie behind. */
  readonly #blanks: number[] = [];
  #blanksBehind = 0;
  #isWhole = false;

  constructor(reader: RowReader) {
    this.#reader = reader;
  }

  text(text: string): string | null {
    this.#held += text;
    const end = this.#held.lastIndexOf('\n') + 1;
    if (end === 0) return null;
    const lines = this.#held.slice(0, end);
    this.#held = this.#held.slice(end);
    return this.#feed(lines);
  }

  end(): string | null {
    const rest = this.#held.replace(/\r$/, '');
    // The parser knows the end of a line by what the header ends with.
    const flaw = rest.trim() === '' ? null : this.#feed(`${rest}${this.#parser?.schema.row ?? '\n'}`);
    if (flaw !== null) return flaw;
    if (this.#parser === null) return 'is empty';
    const { col, row } = this.#parser.schema;
    this.#chunk(Array.from({ length: this.#columns }, () => END).join(col) + row);
    this.#parser.end();
    if (!this.#isWhole)
      this.#reader.broken(this.#numberOf(this.#line + 1), 'has too few cells, or a quote that is never closed');
    return null;
  }

  #feed(lines: string): string | null {
    if (this.#parser === null) {
      const header = lines.slice(0, lines.indexOf('\n') + 1);
      if (header.trim() === '') return 'has no header';
      // The schema comes from the header alone: how the first rows look must not decide how the others are read.
      const schema = inferSchema(header, { encl: '"' });
      const names = schema.cols.map((column) => column.name);
      if (names.length < 2) return 'has one column only; commas, semicolons, tabs or bars part the cells';
      this.#columns = names.length;
      this.#parser = initParser(schema);
      const flaw = this.#reader.header(names);
      if (flaw !== null) return flaw;
    }
    this.#chunk(lines);
    return null;
  }

  #chunk(lines: string): void {
    const given = this.#withoutBlanks(lines);
    this.#parser?.chunk(given, this.#parser.stringArrs, (cells: string[]) => this.#row(cells));
  }

  /** The parser would pass over blank lines and not say so; a spreadsheet counts them. */
  #withoutBlanks(lines: string): string {
    if (!BLANK.test(lines)) {
      for (let at = lines.indexOf('\n'); at !== -1; at = lines.indexOf('\n', at + 1)) this.#given += 1;
      return lines;
    }
    return lines
      .split(/(?<=\n)/)
      .filter((line) => {
        const isBlank = /^\r?\n$/.test(line);
        if (isBlank) this.#blanks.push(this.#given + 1);
        else this.#given += 1;
        return !isBlank;
      })
      .join('');
  }

  /** Where a line that the parser was given stands in the file. */
  #numberOf(line: number): number {
    while ((this.#blanks[this.#blanksBehind] ?? Number.POSITIVE_INFINITY) <= line) this.#blanksBehind += 1;
    return line + this.#blanksBehind;
  }

  #row(cells: readonly string[]): void {
    if (cells.every((cell) => cell === END)) {
      this.#isWhole = true;
      return;
    }
    this.#line += 1;
    const number = this.#numberOf(this.#line);
    // Where cells are missing the parser goes on in the next line, which the count has to follow.
    const breaks = cells.some((cell) => cell.includes('\n')) ? cells.join('').split('\n').length - 1 : 0;
    if (breaks === 0) this.#reader.row(cells, number);
    else this.#reader.broken(number, 'has too few cells, or a line break inside a cell');
    this.#line += breaks;
  }
}

/** Every text begins where a line does. */
const BLANK = /(?:^|\n)\r?\n/;
