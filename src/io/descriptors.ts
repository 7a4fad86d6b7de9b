// Writing to an open descriptor, standard output above all: at once and whole, whatever is at the other end. The
// streams of Node would do, but loading them takes longer than a small run.

import { fstatSync, writeSync } from 'node:fs';
import { systemCode } from './operations.ts';

/** Why the rest could not be written; undefined when all of it was. */
export function writeAll(descriptor: number, text: string): string | undefined {
  const bytes = new TextEncoder().encode(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const code = systemCode(error) ?? 'EIO';
      // A pipe that is full for the moment, or a signal in between.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
      else if (code !== 'EINTR') return code;
    }
  }
  return undefined;
}

/** Whether a terminal may be at the other end: what is not a device certainly is none. */
export function mayBeTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}
