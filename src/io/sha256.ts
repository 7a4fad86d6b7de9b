// The digest that names a document by its bytes. The module behind it costs a tenth of a start-up, so it is
// asked for only when a digest is.

export function sha256(bytes: Uint8Array): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex');
}
