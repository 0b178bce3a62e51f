/** The protobuf wire format, as far as ONNX needs it: each function gives the bytes of one field, tag included. */
export type Field = Uint8Array;

const text = new TextEncoder();

function varint(value: number | bigint): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return bytes;
}

function tag(field: number, wireType: number): number[] {
  return varint((field << 3) | wireType);
}

/** int32, int64, enums (negative numbers as two's complement in 64 bits). */
export function integer(field: number, value: number | bigint): Field {
  return Uint8Array.from([...tag(field, 0), ...varint(value)]);
}

/** bytes and embedded messages. */
export function bytes(field: number, value: Uint8Array): Field {
  return join([Uint8Array.from([...tag(field, 2), ...varint(value.length)]), value]);
}

export function string(field: number, value: string): Field {
  return bytes(field, text.encode(value));
}

export function message(field: number, fields: readonly Field[]): Field {
  return bytes(field, join(fields));
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
