import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import sharp from "sharp";

import { PhotoFault, type Reason } from "../../../handlers/thumbnail/fault";
import { render } from "../../../handlers/thumbnail/render";
import { pngDeclaring } from "./pictures";

const svg = (attributes: string, content = "", before = ""): Buffer =>
  Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`);
const sizes = async (data: Buffer, widths = [200, 800], maxPixels = 100_000_000): Promise<number[][]> => {
  const thumbnails = await render(
    data,
    widths.map((width) => ({ width, format: "png" as const })),
    maxPixels,
  );
  const found = await Promise.all(thumbnails.map(({ body }) => sharp(body).metadata()));
  return found.map(({ width, height }) => [width, height]);
};
const rejectedAs =
  (reason: Reason, detail = /./) =>
  (error: unknown) => {
    assert.ok(error instanceof PhotoFault, String(error));
    assert.equal(error.reason, reason, error.message);
    assert.match(error.message, detail);
    return true;
  };

describe("vectors", function () {
  this.timeout(180_000);

  for (const [what, attributes, expected] of [
    [
      "with a view box alone",
      'viewBox="0 0 24 24"',
      [
        [200, 200],
        [800, 800],
      ],
    ],
    [
      "of 24 × 24",
      'width="24" height="24"',
      [
        [200, 200],
        [800, 800],
      ],
    ],
    [
      "of 100 % of nothing known",
      'width="100%" height="100%" viewBox="0 0 40 20"',
      [
        [200, 100],
        [800, 400],
      ],
    ],
    [
      "in millimetres",
      'width="10mm" height="5mm" viewBox="0 0 10 5"',
      [
        [200, 100],
        [800, 400],
      ],
    ],
    [
      "larger than wanted",
      'width="1600" height="400"',
      [
        [200, 50],
        [800, 200],
      ],
    ],
  ] as const) {
    it(`${what} are drawn at the wanted widths`, async () => {
      const found = await sizes(svg(attributes, '<rect width="10" height="10"/>'));
      for (const [index, [width = 0, height = 0]] of found.entries()) {
        assert.equal(width, expected[index]?.[0]);
        assert.ok(Math.abs(height - expected[index]![1]) <= 2, `${width} × ${height}`);
      }
    });
  }

  it("are drawn sharp, not enlarged: an edge is as wide as a pixel", async () => {
    const content = '<rect width="12" height="24" fill="#fff"/><rect x="12" width="12" height="24" fill="#000"/>';
    const [thumbnail] = await render(svg('viewBox="0 0 24 24"', content), [{ width: 800, format: "png" }], 1_000_000);
    const { data, info } = await sharp(thumbnail?.body).greyscale().raw().toBuffer({ resolveWithObject: true });
    const row = [...data.subarray(400 * info.width * info.channels, 401 * info.width * info.channels)];
    const between = row.filter((value, index) => index % info.channels === 0 && value > 10 && value < 245);
    assert.ok(between.length <= 2, `${between.length} pixels are neither black nor white`);
  });

  it("stay within the pixels and edges that are allowed, however thin they are", async () => {
    const [[width = 0, height = 0] = []] = await sizes(svg('viewBox="0 0 10 10"'), [800], 10_000);
    assert.ok(width * height <= 10_200 && width > 90, `${width} × ${height}`);
    const [[, tall = 0] = []] = await sizes(svg('viewBox="0 0 1 10000"'), [800]);
    assert.ok(tall <= 16_383, `${tall}`);
  });

  describe("with a picture inside", () => {
    const huge = pngDeclaring(12_000, 12_000);
    const base64 = huge.toString("base64");
    const inside = `data:image/png;base64,${base64}`;
    const picture = (href: string, attribute = "href") => `<image ${attribute}="${href}" width="100" height="100"/>`;
    const canvas = 'width="100" height="100" xmlns:xlink="http://www.w3.org/1999/xlink"';
    const percent = (text: string) => encodeURIComponent(text).replaceAll("'", "%27");
    const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    const nested = svg('width="9" height="9"', picture(inside)).toString();

    const ways: Record<string, Buffer> = {
      "as base64": svg(canvas, picture(inside)),
      "by xlink": svg(canvas, picture(inside, "xlink:href")),
      "without a type": svg(canvas, picture(`data:;base64,${base64}`)),
      "with base64 encoded again": svg(canvas, picture(`data:image/png;base64,${percent(base64)}`)),
      "with lines in the base64": svg(canvas, picture(`data:image/png;base64,${base64.replaceAll(/.{60}/g, "$&\n")}`)),
      "with references to characters": svg(canvas, picture(`&#100;&#x61;ta:image/png;base64,${base64}`)),
      "as an entity": svg(canvas, picture("&e;"), `<!DOCTYPE svg [<!ENTITY e "${inside}">]>`),
      "as an entity in an entity": svg(
        canvas,
        picture("&e;"),
        `<!DOCTYPE svg [<!ENTITY d "data:image/png;base64"><!ENTITY e '&d;,${base64}'>]>`,
      ),
      "as the first of two entities of one name": svg(
        canvas,
        picture("&e;"),
        `<!DOCTYPE svg [<!ENTITY e "${inside}"><!ENTITY e "data:,">]>`,
      ),
      "as an entity of references that become references": svg(
        canvas,
        picture(`&e;:image/png;base64,${base64}`),
        '<!DOCTYPE svg [<!ENTITY e "&#38;#100;ata">]>',
      ),
      "with a tab in the middle of data": svg(canvas, picture(`da&#9;ta:image/png;base64,${base64}`)),
      "in a vector in it, as text with references of its own": svg(
        canvas,
        picture(`data:image/svg+xml,${escaped(nested.replace("data:", "&#100;ata:"))}`),
      ),
      "in a vector in it, partly in percent": svg(
        canvas,
        picture(`data:image/svg+xml,${escaped(nested.replace("data:", "%64ata:"))}`),
      ),
      "as a picture of a filter": svg(canvas, `<filter id="f"><feImage href="${inside}"/></filter>`),
      "in a vector in it": svg(canvas, picture(`data:image/svg+xml;base64,${Buffer.from(nested).toString("base64")}`)),
      "in a vector in it, as text": svg(canvas, picture(`data:image/svg+xml,${percent(nested)}`)),
      "in a packed vector": gzipSync(svg(canvas, picture(inside))),
      "of many that are too large together": svg(
        canvas,
        picture(`data:image/png;base64,${pngDeclaring(4_000, 4_000).toString("base64")}`).repeat(7),
      ),
    };
    for (const [way, data] of Object.entries(ways)) {
      it(`${way} are refused when that is too large, and cost nothing`, async () => {
        const before = process.memoryUsage().rss;
        await assert.rejects(sizes(data), rejectedAs("too-many-pixels", /the vector holds pictures/));
        assert.ok(process.memoryUsage().rss - before < 200 * 1024 ** 2);
      });
    }

    it("that is small enough are drawn with it", async () => {
      const red = await sharp({ create: { width: 50, height: 50, channels: 3, background: "red" } })
        .png()
        .toBuffer();
      const data = svg(canvas, picture(`data:image/png;base64,${red.toString("base64")}`));
      const [thumbnail] = await render(data, [{ width: 100, format: "png" }], 1_000_000);
      assert.deepEqual([...(await sharp(thumbnail?.body).raw().toBuffer()).subarray(20_000, 20_003)], [255, 0, 0]);
    });
  });

  it("with an address that holds nothing are drawn without it", async () => {
    assert.deepEqual(await sizes(svg('viewBox="0 0 24 24"', '<image href="data:,"/>'), [20]), [[20, 20]]);
  });

  describe("that ask for memory without end", () => {
    const offset = '<feOffset dx="1" result="a"/>';
    const ways: Record<string, [reason: Reason, Buffer]> = {
      "by the steps of a filter": [
        "too-many-pixels",
        svg('viewBox="0 0 24 24"', `<filter id="f">${offset.repeat(2_000)}</filter><rect filter="url(#f)"/>`),
      ],
      "by the steps of a filter of a namespace with a prefix": [
        "too-many-pixels",
        Buffer.from(
          `<svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><s:filter>${offset.replace("<", "<s:").repeat(900)}</s:filter></svg>`,
        ),
      ],
      "by filters that take in others": [
        "too-many-pixels",
        svg('viewBox="0 0 24 24"', `<filter id="f"><feImage href="#a"/>${offset.repeat(9)}</filter>`.repeat(100)),
      ],
      "by groups in groups, behind a comment that closes them": [
        "too-many-pixels",
        svg('viewBox="0 0 24 240"', '<g opacity=".9"><!-- </g> -->'.repeat(250) + "</g>".repeat(250)),
      ],
      "by elements": ["unsupported-format", svg('viewBox="0 0 24 24"', "<rect/>".repeat(200_000))],
      "by an entity of elements": [
        "unreadable",
        svg('viewBox="0 0 24 24"', "&e;".repeat(200), `<!DOCTYPE svg [<!ENTITY e "${"<rect/>".repeat(1_000)}">]>`),
      ],
      "by entities in entities": [
        "unreadable",
        svg(
          'viewBox="0 0 24 24"',
          "&e20;",
          `<!DOCTYPE svg [<!ENTITY e0 "<rect/>">${Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};">`).join("")}]>`,
        ),
      ],
    };
    for (const [way, [reason, data]] of Object.entries(ways)) {
      it(`${way} are refused before they are drawn`, async () => {
        await assert.rejects(sizes(data), rejectedAs(reason));
      });
    }

    it("are distinguished from drawings with shadows and groups", async () => {
      const shadow = `<filter id="f">${offset.repeat(8)}</filter>`;
      const groups = '<g opacity=".9">'.repeat(20) + "<rect/>" + "</g>".repeat(20);
      await sizes(svg('viewBox="0 0 24 24"', shadow.repeat(50) + groups.repeat(50)));
    });
  });

  it("in an encoding that hides what is in them are refused", async () => {
    const before = '<?xml version="1.0" encoding="UTF-7"?>';
    await assert.rejects(sizes(svg('width="9" height="9"', "", before)), PhotoFault);
  });

  it("that unpack without end are refused", async () => {
    const bomb = gzipSync(svg('width="9" height="9"', " ".repeat(70 * 1024 ** 2)));
    await assert.rejects(sizes(bomb), PhotoFault);
  });
});
