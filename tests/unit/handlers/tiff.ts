/** TIFFs with samples of any kind, written by hand: an independent reference for what a library makes of them. */

export interface Samples {
  /** Of one pixel; every pixel is the same. */
  pixel: number[];
  bits: 8 | 16 | 32 | 64;
  /** SampleFormat. Default: whole numbers without sign. */
  format?: "unsigned" | "signed" | "float";
  /** PhotometricInterpretation. */
  colours: "white is zero" | "black is zero" | "rgb" | "cmyk" | "other inks" | "ycbcr" | "camera" | "mask";
  /** ExtraSamples, one for each sample beyond the colours. */
  extra?: ("unspecified" | "associated alpha" | "alpha")[];
}

const formats = { unsigned: 1, signed: 2, float: 3 };
const interpretations = {
  "white is zero": 0,
  "black is zero": 1,
  rgb: 2,
  mask: 4,
  cmyk: 5,
  "other inks": 5,
  ycbcr: 6,
  camera: 32_803,
};
const extras = { unspecified: 0, "associated alpha": 1, alpha: 2 };
const EDGE = 16;

/** A picture of 16 × 16 pixels, little-endian, in one strip without compression. */
export function tiff({ pixel, bits, format = "unsigned", colours, extra = [] }: Samples): Buffer {
  const strip = Buffer.concat(Array.from({ length: EDGE * EDGE }, () => samples(pixel, bits, format)));
  const count = pixel.length;
  const shorts = (tag: number, values: number[]) => ({ tag, type: 3, values });
  const fields = [
    shorts(256, [EDGE]),
    shorts(257, [EDGE]),
    shorts(
      258,
      pixel.map(() => bits),
    ),
    shorts(259, [1]),
    shorts(262, [interpretations[colours]]),
    { tag: 273, type: 4, values: [0] }, // the place of the strip, filled in below
    shorts(277, [count]),
    shorts(278, [EDGE]),
    { tag: 279, type: 4, values: [strip.length] },
    ...(colours === "other inks" ? [shorts(332, [2])] : []),
    ...(extra.length
      ? [
          shorts(
            338,
            extra.map((each) => extras[each]),
          ),
        ]
      : []),
    shorts(
      339,
      pixel.map(() => formats[format]),
    ),
  ];
  const directory = Buffer.alloc(2 + 12 * fields.length + 4);
  directory.writeUInt16LE(fields.length);
  const outside: Buffer[] = [];
  let end = 8 + directory.length;
  let stripPlace = 0;
  for (const [index, { tag, type, values }] of fields.entries()) {
    const at = 2 + 12 * index;
    directory.writeUInt16LE(tag, at);
    directory.writeUInt16LE(type, at + 2);
    directory.writeUInt32LE(values.length, at + 4);
    if (tag === 273) stripPlace = at + 8;
    if (type === 4) directory.writeUInt32LE(values[0]!, at + 8);
    else if (values.length <= 2) values.forEach((value, place) => directory.writeUInt16LE(value, at + 8 + 2 * place));
    else {
      const list = Buffer.alloc(2 * values.length);
      values.forEach((value, place) => list.writeUInt16LE(value, 2 * place));
      directory.writeUInt32LE(end, at + 8);
      outside.push(list);
      end += list.length;
    }
  }
  directory.writeUInt32LE(end, stripPlace);
  return Buffer.concat([Buffer.from("49492a0008000000", "hex"), directory, ...outside, strip]);
}

function samples(pixel: number[], bits: number, format: string): Buffer {
  const data = Buffer.alloc((pixel.length * bits) / 8);
  for (const [index, value] of pixel.entries()) {
    const at = (index * bits) / 8;
    if (format === "float") {
      if (bits === 64) data.writeDoubleLE(value, at);
      else data.writeFloatLE(value, at);
    } else if (format === "signed") data.writeIntLE(value, at, bits / 8);
    else data.writeUIntLE(value, at, bits / 8);
  }
  return data;
}
