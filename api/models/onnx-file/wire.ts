/** The protobuf wire format, read: fields as they stand in the bytes, without a schema. */
export interface WireField {
  number: number;
  /** Of a varint and of fixed bytes the value; of everything with a length its bytes. */
  value: bigint | Uint8Array;
  /** The whole field, tag included, to be written again as it was. */
  raw: Uint8Array;
}

/** The bytes are not what the wire format allows. */
export class WireError extends Error {}

const nothing = new Uint8Array();
const text = new TextDecoder("utf-8", { fatal: true });

/**
 * @param wanted the numbers of the fields that are returned; all unless said. The others are passed over, and must be whole too
 * @throws {WireError}
 */
export function readFields(bytes: Uint8Array, wanted?: ReadonlySet<number>): WireField[] {
  const fields: WireField[] = [];
  let at = 0;
  const varint = (): bigint => {
    const first = bytes[at];
    if (first !== undefined && first < 0x80) {
      at += 1;
      return BigInt(first);
    }
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at];
      if (byte === undefined) throw new WireError("ends inside of a number");
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asIntN(64, value);
    }
    throw new WireError("has a number that does not end");
  };
  const skip = (length: number): Uint8Array => {
    if (length < 0 || at + length > bytes.length) throw new WireError("ends inside of a field");
    at += length;
    return nothing;
  };
  const take = (length: number): Uint8Array => {
    skip(length);
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const start = at;
    const tag = Number(varint());
    const number = tag >> 3;
    const asked = !wanted || wanted.has(number);
    const value = fieldValue(tag & 7, varint, asked ? take : skip);
    if (asked) fields.push({ number, value, raw: bytes.subarray(start, at) });
  }
  return fields;
}

function fieldValue(type: number, varint: () => bigint, take: (length: number) => Uint8Array): bigint | Uint8Array {
  switch (type) {
    case 0:
      return varint();
    case 1:
      return take(8);
    case 2:
      return take(Number(varint()));
    case 5:
      return take(4);
    default:
      throw new WireError("has a field of no known kind");
  }
}

/** All of a number that have bytes: strings, messages, packed numbers. */
export function bytesOf(fields: readonly WireField[], number: number): Uint8Array[] {
  return fields.flatMap((field) => (field.number === number && typeof field.value !== "bigint" ? [field.value] : []));
}

/** @throws {WireError} when one is no UTF-8 */
export function textsOf(fields: readonly WireField[], number: number): string[] {
  try {
    return bytesOf(fields, number).map((bytes) => text.decode(bytes));
  } catch {
    throw new WireError("has a text that is no UTF-8");
  }
}

export function textOf(fields: readonly WireField[], number: number): string {
  return textsOf(fields, number).at(-1) ?? "";
}

/** All whole numbers of a field, packed or not. */
export function integersOf(fields: readonly WireField[], number: number): bigint[] {
  return fields.flatMap((field) => {
    if (field.number !== number) return [];
    if (typeof field.value === "bigint") return [field.value];
    return unpack(field.value);
  });
}

function unpack(packed: Uint8Array): bigint[] {
  const values: bigint[] = [];
  let value = 0n;
  let shift = 0n;
  for (const byte of packed) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte >= 0x80) continue;
    values.push(BigInt.asIntN(64, value));
    value = 0n;
    shift = 0n;
  }
  return values;
}
