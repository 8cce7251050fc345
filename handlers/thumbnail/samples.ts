/** Which samples of pixels are decoded correctly. Others would give plausible but wrong images. */
import { type Metadata } from "sharp";

import { PhotoFault } from "./fault";

/** Samples of a pixel at most, one for transparency among them. */
const mostChannels: Record<string, number> = {
  "b-w": 2,
  grey16: 2,
  srgb: 4,
  rgb: 4,
  rgb16: 4,
  cmyk: 5,
};

/** @throws PhotoFault for samples whose meaning is not known for sure: floating point, 32 bits, signs, spot colours */
export function checkSamples({ space, depth, channels }: Metadata): void {
  if (depth !== "uchar" && depth !== "ushort") {
    throw new PhotoFault("unsupported-format", `samples are ${depth}; whole numbers of 8 or 16 bits are read`);
  }
  const most = mostChannels[space];
  if (most === undefined) {
    const spaces = Object.keys(mostChannels).join(", ");
    throw new PhotoFault("unsupported-format", `colours are ${space}; read are ${spaces}`);
  }
  if (channels > most) {
    throw new PhotoFault("unsupported-format", `a pixel has ${channels} samples; of ${space} at most ${most} are read`);
  }
}

const COMPRESSION = 259;
const PHOTOMETRIC = 262;
const INK_SET = 332;
const EXTRA_SAMPLES = 338;
const SHORT = 3;
const JPEG = [6, 7];
const YCBCR = 6;
/** White is zero, black is zero, RGB, palette, separated (CMYK), YCbCr, and CIE L*a*b*, whose space is refused. */
const readInterpretations = [0, 1, 2, 3, 5, YCBCR, 8];

/**
 * The library takes colours of a TIFF that it does not know for RGB: YCbCr other than in JPEG, inks other than CMYK, the raw
 * samples of a camera. https://www.awaresystems.be/imaging/tiff/tifftags/photometricinterpretation.html
 * @throws PhotoFault
 */
export function checkTiff(data: Buffer): void {
  try {
    checkColours(data);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PhotoFault("unreadable", "the directory of the TIFF leads out of the file", { cause: error });
  }
}

function checkColours(data: Buffer): void {
  const interpretation = readShort(data, PHOTOMETRIC) ?? 0;
  if (!readInterpretations.includes(interpretation)) {
    throw new PhotoFault("unsupported-format", `a TIFF with photometric interpretation ${interpretation} is not read`);
  }
  if (interpretation === YCBCR && !JPEG.includes(readShort(data, COMPRESSION) ?? 1)) {
    throw new PhotoFault("unsupported-format", "YCbCr in a TIFF is read in JPEG compression only");
  }
  if ((readShort(data, INK_SET) ?? 1) !== 1) throw new PhotoFault("unsupported-format", "inks are not CMYK");
}

/**
 * Whether the first sample beyond the colours of a TIFF is something else than transparency: then it is left out, or the
 * picture could vanish. https://www.awaresystems.be/imaging/tiff/tifftags/extrasamples.html
 */
export const hasUnspecifiedSample = (data: Buffer): boolean => readShort(data, EXTRA_SAMPLES) === 0;

/** The first value of a field of a TIFF's first picture; undefined without it. */
function readShort(data: Buffer, tag: number): number | undefined {
  const little = data.toString("latin1", 0, 2) === "II";
  const u16 = (at: number): number => (little ? data.readUInt16LE(at) : data.readUInt16BE(at));
  const u32 = (at: number): number => (little ? data.readUInt32LE(at) : data.readUInt32BE(at));
  const u64 = (at: number): number => Number(little ? data.readBigUInt64LE(at) : data.readBigUInt64BE(at));
  const big = u16(2) === 43;
  const directory = big ? u64(8) : u32(4);
  const [counted, size, valueAt] = big ? [8, 20, 12] : [2, 12, 8];
  const count = big ? u64(directory) : u16(directory);
  for (let index = 0; index < count; index++) {
    const entry = directory + counted + index * size;
    if (u16(entry) !== tag || u16(entry + 2) !== SHORT) continue;
    const values = big ? u64(entry + 4) : u32(entry + 4);
    const inline = values <= (big ? 4 : 2);
    return u16(inline ? entry + valueAt : big ? u64(entry + valueAt) : u32(entry + valueAt));
  }
  return undefined;
}
