import { createReadStream } from 'node:fs';
import { usageErrorOf } from './files.ts';

/** A line of an events file. Blank lines are left out, and counted. */
export interface EventLine {
  /** From 1. */
  readonly number: number;
  /** Null: it is not UTF-8, or longer than a line may be. */
  readonly text: string | null;
}

/** An event of ten thousand lines of goods has room in it; what is longer is not an event. */
const MOST_BYTES = 16 * 1024 * 1024;
const BREAK = 0x0a;

/** The lines of an events file, as they come; `-` is standard input. Nothing but the line at hand is kept in memory. */
export async function* eventLines(path: string): AsyncIterable<EventLine> {
  const bytes: AsyncIterable<Uint8Array> = path === '-' ? process.stdin : createReadStream(path);
  let number = 0;
  try {
    for await (const line of byteLines(bytes)) {
      number += 1;
      const text = line === null ? null : decoded(line, number);
      if (text === null || text.trim() !== '') yield { number, text };
    }
  } catch (error) {
    throw usageErrorOf(path, error);
  }
}

/** Cuts bytes at line breaks; null stands for a line that is too long. */
async function* byteLines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array | null> {
  let held: Uint8Array[] = [];
  let size = 0;
  const whole = () => (size > MOST_BYTES ? null : Buffer.concat(held));
  const hold = (part: Uint8Array) => {
    size += part.length;
    if (size > MOST_BYTES) held = [];
    else held.push(part);
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(BREAK); at >= 0; at = chunk.indexOf(BREAK, start)) {
      hold(chunk.subarray(start, at));
      yield whole();
      held = [];
      size = 0;
      start = at + 1;
    }
    hold(chunk.subarray(start));
  }
  if (size > 0) yield whole();
}

function decoded(line: Uint8Array, number: number): string | null {
  try {
    // A byte order mark may only open the file; anywhere else it is part of the line, and wrong there.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: number > 1 }).decode(line);
  } catch {
    return null;
  }
}
