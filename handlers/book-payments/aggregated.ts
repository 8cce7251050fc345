/**
 * Kinesis records that a producer library has aggregated: a magic number, a Protocol Buffers message, and its MD5.
 * https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md
 */
import { createHash } from "node:crypto";

const MARK = Buffer.from([0xf3, 0x89, 0x9a, 0xc2]);
const MD5_BYTES = 16;
/** Fields: the records of the aggregate, and the data of a record. */
const RECORDS = 3;
const DATA = 3;

/** The data of the user records in it; a record that is not aggregated has its own data. */
export function takeApart(data: Buffer): Buffer[] {
  if (data.length < MARK.length + MD5_BYTES || !data.subarray(0, MARK.length).equals(MARK)) return [data];
  const message = data.subarray(MARK.length, -MD5_BYTES);
  // Data that only happens to begin with the magic number has no valid MD5 at its end.
  if (!createHash("md5").update(message).digest().equals(data.subarray(-MD5_BYTES))) return [data];
  return readField(message, RECORDS).map((record) => readField(record, DATA)[0] ?? Buffer.alloc(0));
}

/** The values of a field that has a length. https://protobuf.dev/programming-guides/encoding/ */
function readField(message: Buffer, wanted: number): Buffer[] {
  const values: Buffer[] = [];
  let at = 0;
  const varint = (): number => {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = message[at++];
      if (byte === undefined) throw new Error("an aggregated Kinesis record is truncated");
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const [field, type] = [Math.floor(tag / 8), tag % 8];
    if (type === 0) varint();
    else if (type === 2) {
      const length = varint();
      if (at + length > message.length) throw new Error("an aggregated Kinesis record is truncated");
      if (field === wanted) values.push(message.subarray(at, at + length));
      at += length;
    } else throw new Error(`an aggregated Kinesis record has a field of the unknown wire type ${type}`);
  }
  return values;
}
