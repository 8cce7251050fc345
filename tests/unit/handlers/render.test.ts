import fc from "fast-check";
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";

import { PhotoFault, type Reason } from "../../../handlers/thumbnail/fault";
import { render } from "../../../handlers/thumbnail/render";
import { type Rendition } from "../../../handlers/thumbnail/settings";
import { halves, heic, pngDeclaring } from "./pictures";

const MAX = 100_000_000;
const webp200: Rendition = { width: 200, format: "webp" };

const first = async (photo: Buffer, rendition: Rendition = webp200): Promise<Buffer> => {
  const [thumbnail] = await render(photo, [rendition], MAX);
  assert.ok(thumbnail);
  return thumbnail.body;
};
/** Colour at a place given in parts of the width and height. */
async function colourAt(image: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true });
  const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(start, start + info.channels)];
}
function assertNear(actual: number[], expected: number[], tolerance = 12): void {
  const near =
    actual.length === expected.length &&
    actual.every((value, i) => Math.abs(value - (expected[i] ?? NaN)) <= tolerance);
  assert.ok(near, `colour [${actual.join()}] is not near [${expected.join()}]`);
}
const rejectedAs =
  (reason: Reason, detail = /./) =>
  (error: unknown) => {
    assert.ok(error instanceof PhotoFault, String(error));
    assert.equal(error.reason, reason);
    assert.match(error.message, detail);
    return true;
  };

describe("thumbnails of a photo", function () {
  this.timeout(180_000);

  for (const format of ["jpeg", "png", "webp", "avif", "gif", "tiff"] as const) {
    it(`${format} is read`, async () => {
      const photo = await (await halves(400, 200)).toFormat(format).toBuffer();
      const thumbnail = await first(photo);
      const { width, height } = await sharp(thumbnail).metadata();
      assert.deepEqual([width, height], [200, 100]);
      assertNear(await colourAt(thumbnail, 0.75, 0.5), [255, 0, 0]);
    });
  }

  for (const [format, type] of [
    ["webp", "image/webp"],
    ["jpeg", "image/jpeg"],
    ["png", "image/png"],
    ["avif", "image/avif"],
  ] as const) {
    it(`a thumbnail as ${format} is one, and says so in its content type`, async () => {
      const photo = await (await halves(400, 200)).jpeg().toBuffer();
      const [thumbnail] = await render(photo, [{ width: 100, format }], MAX);
      assert.ok(thumbnail);
      const { format: written, width, compression } = await sharp(thumbnail.body).metadata();
      assert.deepEqual([written, width], [format === "avif" ? "heif" : format, 100]);
      if (format === "avif") assert.equal(compression, "av1");
      assert.equal(thumbnail.contentType, type);
    });
  }

  it("several sizes and formats come from one photo, each in its own width", async () => {
    const photo = await (await halves(1600, 900)).jpeg().toBuffer();
    const renditions: Rendition[] = [800, 200, 64].flatMap((width) => [
      { width, format: "webp" },
      { width, format: "jpeg" },
    ]);
    const thumbnails = await render(photo, renditions, MAX);
    assert.deepEqual(
      thumbnails.map(({ rendition }) => rendition),
      renditions,
    );
    for (const { rendition, body } of thumbnails) assert.equal((await sharp(body).metadata()).width, rendition.width);
  });

  it("a small size made beside a large one looks as if made alone", async () => {
    const noise = { type: "gaussian" as const, mean: 128, sigma: 30 };
    const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: "grey", noise } })
      .blur(4)
      .png()
      .toBuffer();
    const png: Rendition = { width: 150, format: "png" };
    const [, beside] = await render(photo, [{ width: 800, format: "png" }, png], MAX);
    const alone = await sharp(photo).resize({ width: 150 }).raw().toBuffer();
    const pixels = await sharp(beside?.body).raw().toBuffer();
    const difference =
      pixels.reduce((sum, value, index) => sum + Math.abs(value - (alone[index] ?? 0)), 0) / pixels.length;
    assert.ok(difference < 2, `mean difference ${difference}`);
  });

  it("a photo smaller than the thumbnail is not enlarged", async () => {
    const { width, height } = await sharp(await first(await (await halves(40, 30)).png().toBuffer())).metadata();
    assert.deepEqual([width, height], [40, 30]);
  });

  it("a strip longer than a format allows is brought within it", async () => {
    const strip = await sharp({ create: { width: 4, height: 30_000, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    assert.equal((await sharp(await first(strip)).metadata()).height, 16_383);
  });

  for (let orientation = 1; orientation <= 8; orientation++) {
    it(`EXIF orientation ${orientation} is applied, and the width is that of the upright photo`, async () => {
      const upright = await halves(400, 200);
      // How the camera held it: the inverse of what a viewer does.
      const turned = [
        upright,
        upright.clone().flop(),
        upright.clone().rotate(180),
        upright.clone().flip(),
        sharp(await upright.clone().rotate(270).toBuffer()).flip(),
        upright.clone().rotate(270),
        sharp(await upright.clone().rotate(90).toBuffer()).flip(),
        upright.clone().rotate(90),
      ][orientation - 1];
      const photo = await turned?.withMetadata({ orientation }).jpeg().toBuffer();
      const thumbnail = await first(photo ?? Buffer.alloc(0));
      const { width, height, orientation: left } = await sharp(thumbnail).metadata();
      assert.deepEqual([width, height, left], [200, 100, undefined]);
      assertNear(await colourAt(thumbnail, 0.25, 0.5), [255, 255, 255]);
      assertNear(await colourAt(thumbnail, 0.75, 0.5), [255, 0, 0]);
    });
  }

  it("metadata is stripped: no EXIF, place, comment or profile", async () => {
    const photo = await (
      await halves(400, 200)
    )
      .withExif({ IFD0: { Copyright: "me" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    assert.ok((await sharp(photo).metadata()).exif);
    for (const format of ["webp", "jpeg", "png", "avif"] as const) {
      const { exif, xmp, iptc, icc } = await sharp(await first(photo, { width: 100, format })).metadata();
      assert.deepEqual([exif, xmp, iptc, icc], [undefined, undefined, undefined, undefined], format);
    }
  });

  it("Display P3 becomes sRGB: the same colour, other numbers", async () => {
    const photo = await (await halves(400, 200, "#c85028")).withIccProfile("p3").png().toBuffer();
    const numbers = await sharp(photo, { ignoreIcc: true }).png().toBuffer();
    assertNear((await colourAt(numbers, 0.75, 0.5)).slice(0, 3), [185, 87, 52]);
    assertNear(
      (await colourAt(await first(photo, { width: 100, format: "png" }), 0.75, 0.5)).slice(0, 3),
      [200, 80, 40],
      4,
    );
  });

  it("Display P3 in 16 bits becomes sRGB in 8", async () => {
    const photo = await (
      await halves(400, 200, "#c85028")
    )
      .toColourspace("rgb16")
      .withIccProfile("p3")
      .png()
      .toBuffer();
    assert.equal((await sharp(photo).metadata()).depth, "ushort");
    const thumbnail = await first(photo, { width: 100, format: "png" });
    assert.equal((await sharp(thumbnail).metadata()).depth, "uchar");
    assertNear((await colourAt(thumbnail, 0.75, 0.5)).slice(0, 3), [200, 80, 40], 4);
  });

  it("16 bits without a profile are taken for sRGB", async () => {
    const photo = await (await halves(400, 200, "#c85028")).toColourspace("rgb16").png().toBuffer();
    const thumbnail = await first(photo, { width: 100, format: "png" });
    assertNear((await colourAt(thumbnail, 0.75, 0.5)).slice(0, 3), [200, 80, 40], 4);
  });

  it("CMYK becomes sRGB", async () => {
    const photo = await (await halves(400, 200, "#3060a0")).toColourspace("cmyk").jpeg().toBuffer();
    assert.equal((await sharp(photo).metadata()).space, "cmyk");
    const thumbnail = await first(photo);
    assert.equal((await sharp(thumbnail).metadata()).space, "srgb");
    assertNear(await colourAt(thumbnail, 0.75, 0.5), [48, 96, 160], 30);
  });

  it("greyscale is read", async () => {
    const photo = await (await halves(400, 200, "#808080")).greyscale().toColourspace("b-w").png().toBuffer();
    assertNear((await colourAt(await first(photo), 0.75, 0.5)).slice(0, 3), [128, 128, 128]);
  });

  it("transparency is kept where the format has it, and is white in a JPEG", async () => {
    const photo = await sharp({
      create: { width: 400, height: 200, channels: 4, background: { r: 0, g: 0, b: 255, alpha: 0 } },
    })
      .png()
      .toBuffer();
    assert.equal((await colourAt(await first(photo), 0.5, 0.5))[3], 0);
    assertNear(await colourAt(await first(photo, { width: 100, format: "jpeg" }), 0.5, 0.5), [255, 255, 255]);
  });

  it("of an animation the first frame is shown", async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 100, height: 60, channels: 3, background } })
        .png()
        .toBuffer();
    const animation = await sharp([await frame("#00ff00"), await frame("#0000ff")], { join: { animated: true } })
      .gif()
      .toBuffer();
    assert.equal((await sharp(animation).metadata()).pages, 2);
    const thumbnail = await first(animation);
    const { pages, width, height } = await sharp(thumbnail).metadata();
    assert.deepEqual([pages, width, height], [undefined, 100, 60]);
    assertNear(await colourAt(thumbnail, 0.5, 0.5), [0, 255, 0]);
  });

  it("SVG is drawn, and reads no file and no address that it names", async () => {
    const folder = await mkdtemp(join(tmpdir(), "headroom-svg-"));
    let requests = 0;
    const server = createServer((_request, answer) => void answer.end(String(requests++)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const secret = join(folder, "secret.png");
      await writeFile(
        secret,
        await sharp({ create: { width: 100, height: 100, channels: 3, background: "red" } })
          .png()
          .toBuffer(),
      );
      const web = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.png`;
      const picture = (href: string) => `<image href="${href}" width="100" height="100"/>`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="lime"/>
        ${[secret, pathToFileURL(secret).href, web].map(picture).join("")}</svg>`;
      const thumbnail = await first(Buffer.from(svg), { width: 100, format: "png" });
      assertNear((await colourAt(thumbnail, 0.5, 0.5)).slice(0, 3), [0, 255, 0]);
      assert.equal(requests, 0);
    } finally {
      server.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe("photos that can never be read", function () {
  this.timeout(180_000);

  it("no bytes at all", async () => {
    await assert.rejects(first(Buffer.alloc(0)), rejectedAs("empty"));
  });

  for (const [name, bytes] of [
    ["text", Buffer.from("not a photo at all\n")],
    ["a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n")],
    ["a zip", Buffer.from("PK\x03\x04\x14\0\0\0\x08\0", "latin1")],
    ["a script with a photo's name", Buffer.from("#!/bin/sh\nrm -rf /\n")],
  ] as const) {
    it(`${name} is no supported format, and the detail lists those`, async () => {
      await assert.rejects(first(bytes), rejectedAs("unsupported-format", /JPEG, PNG, WebP, AVIF, GIF, TIFF and SVG/));
    });
  }

  it("HEIC is refused with what to do, since its pixels cannot be decoded", async () => {
    await assert.rejects(first(heic()), rejectedAs("unsupported-format", /HEIC \(hevc\).*convert/));
  });

  for (const format of ["jpeg", "png", "webp", "avif", "gif", "tiff"] as const) {
    for (const part of [0.2, 0.6, 0.98]) {
      it(`${format} cut off after ${part * 100} %`, async () => {
        const noise = { type: "gaussian" as const, mean: 128, sigma: 40 };
        const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: "grey", noise } })
          .toFormat(format)
          .toBuffer();
        const cut = photo.subarray(0, Math.floor(photo.length * part));
        await assert.rejects(first(cut), (fault: unknown) => {
          assert.ok(fault instanceof PhotoFault, String(fault));
          // A TIFF has its table of contents at its end: without it, no picture may be recognised at all.
          const reasons = format === "tiff" ? ["unsupported-format", "unreadable"] : ["unreadable"];
          assert.ok(reasons.includes(fault.reason), fault.reason);
          return true;
        });
      });
    }
  }

  it("a few hundred bytes that declare 100,000 × 100,000 pixels are refused by their header alone", async () => {
    const before = process.memoryUsage().rss;
    await assert.rejects(
      first(pngDeclaring(100_000, 100_000)),
      rejectedAs("too-many-pixels", /100000 × 100000.*MAX_PIXELS/),
    );
    assert.ok(process.memoryUsage().rss - before < 200 * 1024 ** 2);
  });

  it("one pixel more than allowed is too many", async () => {
    const photo = await sharp({ create: { width: 101, height: 100, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    await assert.rejects(render(photo, [webp200], 10_099), rejectedAs("too-many-pixels"));
    assert.equal((await render(photo, [webp200], 10_100)).length, 1);
  });

  it("AVIF, which is decoded whole, counts two and a half times", async () => {
    const photo = await sharp({ create: { width: 100, height: 100, channels: 3, background: "red" } })
      .avif()
      .toBuffer();
    await assert.rejects(render(photo, [webp200], 24_999), rejectedAs("too-many-pixels", /count as 25000/));
    assert.equal((await render(photo, [webp200], 25_000)).length, 1);
  });

  it("an SVG that declares a huge canvas is refused", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"/>';
    await assert.rejects(first(Buffer.from(svg)), rejectedAs("too-many-pixels"));
  });

  it("an SVG that takes in a file as an entity is refused", async () => {
    const svg = `<!DOCTYPE svg [<!ENTITY file SYSTEM "${pathToFileURL(__filename).href}">]>
      <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&file;</text></svg>`;
    await assert.rejects(first(Buffer.from(svg)), rejectedAs("unreadable", /file/));
  });

  it("an SVG of entities that multiply is refused, not expanded", async () => {
    const levels = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join("");
    const svg = `<!DOCTYPE svg [<!ENTITY e0 "ha">${levels}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&e12;</text></svg>`;
    await assert.rejects(first(Buffer.from(svg)), rejectedAs("unreadable"));
  });

  const signatures: Record<string, Buffer> = {
    jpeg: Buffer.from("ffd8ffe000104a46494600", "hex"),
    png: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    gif: Buffer.from("GIF89a"),
    webp: Buffer.from("RIFF\xff\xff\0\0WEBPVP8 ", "latin1"),
    tiff: Buffer.from("49492a0008000000", "hex"),
    avif: Buffer.from("\0\0\0\x1cftypavif\0\0\0\0mif1avifmiaf\0\0\0\x80meta", "latin1"),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"'),
  };
  for (const [format, signature] of Object.entries(signatures)) {
    it(`whatever follows the first bytes of a ${format}, the outcome is a rejection, never a crash`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
          await assert.rejects(render(Buffer.concat([signature, bytes]), [webp200], MAX), PhotoFault);
        }),
        { numRuns: 150 },
      );
    });
  }

  for (const format of ["jpeg", "png", "gif", "webp", "tiff", "avif"] as const) {
    it(`a good ${format} with bytes changed anywhere is read or rejected, never a crash`, async () => {
      const photo = await (await halves(64, 48)).toFormat(format).toBuffer();
      const change = fc.record({ at: fc.nat(photo.length - 1), to: fc.nat(255) });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
          const spoilt = Buffer.from(photo);
          for (const { at, to } of changes) spoilt[at] = to;
          await render(spoilt, [webp200], 1_000_000).catch((error: unknown) =>
            assert.ok(error instanceof PhotoFault, String(error)),
          );
        }),
        { numRuns: 150 },
      );
    });
  }
});
