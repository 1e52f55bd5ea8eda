/**
 * PostgreSQL's binary form of one-dimensional arrays. The driver sends a Buffer parameter in binary, so that a batch goes
 * out without a single quote being escaped.
 */

const oids = { int4: 23, json: 114, text: 25, uuid: 2950, bytea: 17 } as const;

/** Array header: dimensions, has-nulls flag, element type, length, lower bound 1. */
function header(target: Buffer, oid: number, length: number): number {
  target.writeInt32BE(1, 0);
  target.writeInt32BE(1, 4);
  target.writeInt32BE(oid, 8);
  target.writeInt32BE(length, 12);
  target.writeInt32BE(1, 16);
  return 20;
}

function empty(oid: number): Buffer {
  const target = Buffer.alloc(12);
  target.writeInt32BE(oid, 8);
  return target;
}

/** `int4[]`. */
export function int4Array(values: readonly number[]): Buffer {
  if (values.length === 0) return empty(oids.int4);
  const target = Buffer.allocUnsafe(20 + values.length * 8);
  let at = header(target, oids.int4, values.length);
  for (const value of values) {
    target.writeInt32BE(4, at);
    target.writeInt32BE(value, at + 4);
    at += 8;
  }
  return target;
}

/** `uuid[]`, from the usual spelling with hyphens. */
export function uuidArray(values: readonly string[]): Buffer {
  if (values.length === 0) return empty(oids.uuid);
  const target = Buffer.allocUnsafe(20 + values.length * 20);
  let at = header(target, oids.uuid, values.length);
  for (const value of values) {
    target.writeInt32BE(16, at);
    target.write(value.replaceAll('-', ''), at + 4, 16, 'hex');
    at += 20;
  }
  return target;
}

/** `text[]` or `json[]`. */
export function textArray(values: readonly string[], type: 'text' | 'json' = 'text'): Buffer {
  if (values.length === 0) return empty(oids[type]);
  const lengths = values.map((value) => Buffer.byteLength(value));
  const target = Buffer.allocUnsafe(20 + lengths.reduce((sum, length) => sum + length + 4, 0));
  let at = header(target, oids[type], values.length);
  values.forEach((value, index) => {
    at = target.writeInt32BE(lengths[index] ?? 0, at);
    at += target.write(value, at);
  });
  return target;
}

/** `bytea[]`; null stands for SQL NULL. */
export function byteaArray(values: readonly (Uint8Array | null)[]): Buffer {
  if (values.length === 0) return empty(oids.bytea);
  const target = Buffer.allocUnsafe(20 + values.reduce((sum, value) => sum + (value?.length ?? 0) + 4, 0));
  let at = header(target, oids.bytea, values.length);
  for (const value of values) {
    at = target.writeInt32BE(value === null ? -1 : value.length, at);
    if (value === null) continue;
    target.set(value, at);
    at += value.length;
  }
  return target;
}
