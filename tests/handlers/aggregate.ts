/** Aggregated Kinesis records as producer libraries write them, by Google's own writer of Protocol Buffers. */
import { BinaryWriter } from "google-protobuf";
import { createHash } from "node:crypto";

/** https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md */
export function aggregate(texts: string[]): Buffer {
  const writer = new BinaryWriter();
  writer.writeRepeatedString(1, ["key one", "key two"]);
  writer.writeRepeatedString(2, ["123456789"]);
  for (const [index, text] of texts.entries()) {
    writer.writeMessage(3, {}, () => {
      writer.writeUint64(1, index % 2);
      writer.writeUint64(2, 0);
      writer.writeBytes(3, Buffer.from(text));
      writer.writeMessage(4, {}, () => writer.writeString(1, "a tag"));
    });
  }
  const message = Buffer.from(writer.getResultBuffer());
  return Buffer.concat([Buffer.from([0xf3, 0x89, 0x9a, 0xc2]), message, createHash("md5").update(message).digest()]);
}
