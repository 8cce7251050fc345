import assert from "node:assert/strict";
import sharp from "sharp";

import { PhotoFault } from "../../../handlers/thumbnail/fault";
import { render } from "../../../handlers/thumbnail/render";
import { type Samples, tiff } from "./tiff";

/** The colour in the middle of a thumbnail, with its transparency where it has any. */
async function thumbnailColour(photo: Buffer): Promise<number[]> {
  const [thumbnail] = await render(photo, [{ width: 8, format: "png" }], 1_000_000);
  const { data, info } = await sharp(thumbnail?.body).raw().toBuffer({ resolveWithObject: true });
  const start = (4 * info.width + 4) * info.channels;
  return [...data.subarray(start, start + info.channels)];
}

describe("samples of a photo's pixels", () => {
  const right: [what: string, samples: Samples, colour: number[]][] = [
    ["grey in 8 bits", { pixel: [128], bits: 8, colours: "black is zero" }, [128, 128, 128]],
    ["grey in 16 bits", { pixel: [0x80_80], bits: 16, colours: "black is zero" }, [128, 128, 128]],
    ["grey from white down", { pixel: [0x40], bits: 8, colours: "white is zero" }, [191, 191, 191]],
    ["grey from white down in 16 bits", { pixel: [0x40_40], bits: 16, colours: "white is zero" }, [191, 191, 191]],
    ["RGB in 8 bits", { pixel: [200, 80, 40], bits: 8, colours: "rgb" }, [200, 80, 40]],
    ["RGB in 16 bits", { pixel: [200 * 257, 80 * 257, 40 * 257], bits: 16, colours: "rgb" }, [200, 80, 40]],
    ["RGB with alpha", { pixel: [200, 80, 40, 128], bits: 8, colours: "rgb", extra: ["alpha"] }, [200, 80, 40, 128]],
    [
      "RGB with associated alpha",
      { pixel: [100, 40, 20, 128], bits: 8, colours: "rgb", extra: ["associated alpha"] },
      [200, 80, 40, 128],
    ],
    [
      "RGB with a sample of another meaning, which is no transparency",
      { pixel: [200, 80, 40, 0], bits: 8, colours: "rgb", extra: ["unspecified"] },
      [200, 80, 40],
    ],
    [
      "grey with a sample of another meaning",
      { pixel: [128, 0], bits: 8, colours: "black is zero", extra: ["unspecified"] },
      [128, 128, 128],
    ],
  ];
  for (const [what, samples, colour] of right) {
    it(`${what} come out right`, async () => {
      const found = await thumbnailColour(tiff(samples));
      const near = found.length === colour.length && found.every((value, i) => Math.abs(value - colour[i]!) <= 4);
      assert.ok(near, `[${found.join()}] is not near [${colour.join()}]`);
    });
  }

  const refused: [what: string, samples: Samples][] = [
    [
      "RGB with two extra samples",
      { pixel: [200, 80, 40, 9, 9], bits: 8, colours: "rgb", extra: ["unspecified", "unspecified"] },
    ],
    [
      "RGB with alpha and a spot colour",
      { pixel: [200, 80, 40, 255, 9], bits: 8, colours: "rgb", extra: ["alpha", "unspecified"] },
    ],
    [
      "grey with two extra samples",
      { pixel: [128, 7, 9], bits: 8, colours: "black is zero", extra: ["unspecified", "unspecified"] },
    ],
    [
      "CMYK with two extra samples",
      { pixel: [1, 2, 3, 4, 5, 6], bits: 8, colours: "cmyk", extra: ["unspecified", "unspecified"] },
    ],
    ["YCbCr that is no JPEG", { pixel: [128, 90, 200], bits: 8, colours: "ycbcr" }],
    ["YCbCr in 16 bits", { pixel: [32_768, 9_000, 50_000], bits: 16, colours: "ycbcr" }],
    ["inks that are not CMYK", { pixel: [1, 2, 3, 4], bits: 8, colours: "other inks" }],
    ["the raw samples of a camera", { pixel: [128], bits: 8, colours: "camera" }],
    ["a mask", { pixel: [128], bits: 8, colours: "mask" }],
    ["grey in floating point", { pixel: [0.5], bits: 32, format: "float", colours: "black is zero" }],
    ["RGB in floating point", { pixel: [0.5, 0.5, 0.5], bits: 32, format: "float", colours: "rgb" }],
    ["grey in double precision", { pixel: [0.5], bits: 64, format: "float", colours: "black is zero" }],
    ["grey in 32 bits", { pixel: [0x80_00_00_00], bits: 32, colours: "black is zero" }],
    ["grey with a sign", { pixel: [64], bits: 8, format: "signed", colours: "black is zero" }],
    ["grey with a sign in 16 bits", { pixel: [16_384], bits: 16, format: "signed", colours: "black is zero" }],
  ];
  for (const [what, samples] of refused) {
    it(`${what} are refused, rather than made a wrong picture of`, () =>
      assert.rejects(thumbnailColour(tiff(samples)), (fault: unknown) => {
        assert.ok(fault instanceof PhotoFault, String(fault));
        assert.match(fault.reason, /^(unsupported-format|unreadable)$/);
        return true;
      }));
  }

  it("YCbCr in a TIFF with JPEG compression comes out right", async () => {
    const photo = sharp({ create: { width: 16, height: 16, channels: 3, background: "#c85028" } });
    const found = await thumbnailColour(await photo.tiff({ compression: "jpeg", quality: 100 }).toBuffer());
    for (const [index, value] of [200, 80, 40].entries()) assert.ok(Math.abs(found[index]! - value) <= 4, found.join());
  });

  it("colour spaces without a right way to sRGB are refused", async () => {
    const photo = sharp({ create: { width: 16, height: 16, channels: 3, background: "#c85028" } });
    for (const space of ["scrgb", "lab", "labs", "xyz", "lch"] as const) {
      const data = await photo.clone().toColourspace(space).tiff({ compression: "none" }).toBuffer();
      await assert.rejects(thumbnailColour(data), PhotoFault, space);
    }
  });
});
