// `key:value` without the space that makes it a key and a value.

const GLUED = /^([A-Za-z][\w./-]*):([^\s:/][^\n]*)$/;

/** `key:value`, as what should be written; undefined where it is something else. */
export function unglue(written: string): string | undefined {
  const [, key, value] = GLUED.exec(written) ?? [];
  return key === undefined || value === undefined ? undefined : `${key}: ${value}`;
}
