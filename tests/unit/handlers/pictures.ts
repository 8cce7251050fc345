/** Pictures, good and bad, made by hand or by sharp. */
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/** A field of one colour with a white left half, so that turning and mirroring show. */
export async function halves(width: number, height: number, right = "#ff0000"): Promise<sharp.Sharp> {
  const left = await sharp({ create: { width: width / 2, height, channels: 3, background: "white" } })
    .png()
    .toBuffer();
  const canvas = sharp({ create: { width, height, channels: 3, background: right } });
  return sharp(
    await canvas
      .composite([{ input: left, left: 0, top: 0 }])
      .png()
      .toBuffer(),
  );
}

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const u16 = (value: number): Buffer => u32(value).subarray(2);

const pngChunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
};

/** A PNG of a few hundred bytes that declares any size, and begins to keep its word. */
export const pngDeclaring = (width: number, height: number, bits = 8, colour = 2): Buffer =>
  Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", Buffer.concat([u32(width), u32(height), Buffer.from([bits, colour, 0, 0, 0])])),
    pngChunk("IDAT", deflateSync(Buffer.alloc(10_000))),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);

const box = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, "latin1"), body]);
};
const fullBox = (type: string, version: number, ...parts: Buffer[]): Buffer =>
  box(type, Buffer.from([version, 0, 0, 0]), ...parts);

/** A HEIC as a telephone writes it, as far as the header goes: one HEVC picture of 4032 × 3024. */
export function heic(): Buffer {
  const hevcSettings = Buffer.from("0103000000000000000000005af000fcfdf8f800000f00", "hex");
  return Buffer.concat([
    box("ftyp", Buffer.from("heic\0\0\0\0mif1heic", "latin1")),
    fullBox(
      "meta",
      0,
      fullBox("hdlr", 0, u32(0), Buffer.from("pict"), Buffer.alloc(13)),
      fullBox("pitm", 0, u16(1)),
      fullBox("iinf", 0, u16(1), fullBox("infe", 2, u16(1), u16(0), Buffer.from("hvc1\0"))),
      box(
        "iprp",
        box("ipco", fullBox("ispe", 0, u32(4032), u32(3024)), box("hvcC", hevcSettings)),
        fullBox("ipma", 0, u32(1), u16(1), Buffer.from([2, 0x01, 0x82])),
      ),
      fullBox("iloc", 0, Buffer.from([0x44, 0]), u16(1), u16(1), u16(0), u16(1), u32(0), u32(16)),
    ),
    box("mdat", Buffer.alloc(16)),
  ]);
}
