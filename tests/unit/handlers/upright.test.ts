/** Four colours, stored in every way that a camera holds a photo, in every form: the reference is arithmetic, no library. */
import assert from "node:assert/strict";
import sharp, { type Sharp } from "sharp";

import { render } from "../../../handlers/thumbnail/render";

const [WIDTH, HEIGHT] = [48, 32];
const quadrants = [
  [220, 40, 40],
  [40, 200, 60],
  [50, 60, 220],
  [230, 210, 40],
] as const;

/** Where EXIF's orientations store the pixel that is seen at (x, y). https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf */
const places: Record<number, (x: number, y: number) => [x: number, y: number]> = {
  1: (x, y) => [x, y],
  2: (x, y) => [WIDTH - 1 - x, y],
  3: (x, y) => [WIDTH - 1 - x, HEIGHT - 1 - y],
  4: (x, y) => [x, HEIGHT - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y) => [y, WIDTH - 1 - x],
  7: (x, y) => [HEIGHT - 1 - y, WIDTH - 1 - x],
  8: (x, y) => [HEIGHT - 1 - y, x],
};

function stored(orientation: number): Sharp {
  const [width, height] = orientation < 5 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH];
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [column, row] = places[orientation]!(x, y);
      pixels.set(quadrants[(y < HEIGHT / 2 ? 0 : 2) + (x < WIDTH / 2 ? 0 : 1)]!, (row * width + column) * 3);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } }).withMetadata({ orientation });
}

const fine = { quality: 98, chromaSubsampling: "4:4:4" };
const tiles = { tile: true, tileWidth: 16, tileHeight: 16, compression: "lzw" } as const;
const forms: Record<string, (photo: Sharp) => Sharp> = {
  JPEG: (photo) => photo.jpeg(fine),
  "progressive JPEG": (photo) => photo.jpeg({ ...fine, progressive: true }),
  PNG: (photo) => photo.png(),
  "interlaced PNG": (photo) => photo.png({ progressive: true }),
  "PNG with a palette": (photo) => photo.png({ palette: true }),
  "PNG of 16 bits": (photo) => photo.toColourspace("rgb16").png(),
  "PNG of 16 bits in Display P3": (photo) => photo.toColourspace("rgb16").withIccProfile("p3").png(),
  WebP: (photo) => photo.webp({ lossless: true }),
  AVIF: (photo) => photo.avif(fine),
  TIFF: (photo) => photo.tiff({ compression: "none" }),
  "TIFF in tiles": (photo) => photo.tiff(tiles),
  "TIFF of several sizes": (photo) => photo.tiff({ ...tiles, pyramid: true }),
  "TIFF with a predictor": (photo) => photo.tiff({ compression: "deflate", predictor: "horizontal" }),
  "TIFF of 16 bits": (photo) => photo.toColourspace("rgb16").tiff({ compression: "lzw" }),
  BigTIFF: (photo) => photo.tiff({ compression: "packbits", bigtiff: true }),
};

describe("a photo that a camera stored turned or mirrored", () => {
  for (const [form, write] of Object.entries(forms)) {
    it(`is upright, in its own colours, from a ${form}, whichever of the eight ways`, async () => {
      for (const orientation of Object.keys(places).map(Number)) {
        const photo = await write(stored(orientation)).toBuffer();
        const [thumbnail] = await render(photo, [{ width: WIDTH, format: "png" }], 1_000_000);
        const { data, info } = await sharp(thumbnail?.body).removeAlpha().raw().toBuffer({ resolveWithObject: true });
        assert.deepEqual([info.width, info.height], [WIDTH, HEIGHT], `orientation ${orientation}`);
        for (const [index, colour] of quadrants.entries()) {
          const [x, y] = [index % 2 === 0 ? 12 : 36, index < 2 ? 8 : 24];
          const found = [...data.subarray((y * WIDTH + x) * info.channels).subarray(0, 3)];
          const near = found.every((value, channel) => Math.abs(value - colour[channel]!) <= 16);
          assert.ok(near, `orientation ${orientation}: ${found.join()} is not near ${colour.join()}`);
        }
      }
    });
  }
});
