import fc from "fast-check";
import assert from "node:assert/strict";

import { decodeEventKey } from "../../../handlers/event-key";
import { fits, isThumbnailKey, rejectionKey, thumbnailFolder, thumbnailKey } from "../../../handlers/thumbnail/keys";
import { type Rendition } from "../../../handlers/thumbnail/settings";

/** As S3 writes a key in an event: Java's form encoding, with slashes left as they are. */
const encodeAsS3 = (key: string): string =>
  encodeURIComponent(key)
    .replaceAll("%20", "+")
    .replaceAll("%2F", "/")
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Any text that S3 takes as a key: no lone surrogates, at least one character. */
const anyKey = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }).filter((key) => key.isWellFormed());
const rendition = fc.record<Rendition>({
  width: fc.integer({ min: 1, max: 16_383 }),
  format: fc.constantFrom("webp", "jpeg", "png", "avif"),
});

describe("keys of photos and thumbnails", () => {
  it("any key comes out of an event as it went into the bucket", () => {
    fc.assert(fc.property(anyKey, (key) => assert.equal(decodeEventKey(encodeAsS3(key)), key)));
  });

  it("a plus sign and a space are told apart", () => {
    assert.equal(decodeEventKey("a+b%2Bc%20d.jpg"), "a b+c d.jpg");
  });

  it("different photos and renditions never share a key", () => {
    fc.assert(
      fc.property(anyKey, anyKey, rendition, rendition, (a, b, first, second) => {
        const same = a === b && first.width === second.width && first.format === second.format;
        assert.equal(thumbnailKey(a, first) === thumbnailKey(b, second), same);
      }),
    );
  });

  it("a thumbnail is known as one of its photo and of no other", () => {
    fc.assert(
      fc.property(anyKey, anyKey, rendition, (photo, other, made) => {
        const key = thumbnailKey(photo, made);
        assert.ok(isThumbnailKey(photo, key));
        assert.equal(isThumbnailKey(other, key), photo === other);
      }),
    );
  });

  it("nothing else in a photo's folder is taken for its thumbnail", () => {
    for (const leaf of ["", "200.gif", "x200.webp", "200.webp/200.webp", "200.webp.json"]) {
      assert.equal(isThumbnailKey("a.jpg", `${thumbnailFolder("a.jpg")}${leaf}`), false, leaf);
    }
  });

  it("a rejection can be recorded for every key that S3 can hold, each under a key of its own", () => {
    const longKey = fc.string({ unit: "grapheme-ascii", minLength: 990, maxLength: 1024 });
    fc.assert(
      fc.property(fc.oneof(anyKey, longKey), fc.oneof(anyKey, longKey), (a, b) => {
        assert.ok(fits(rejectionKey(a)));
        assert.equal(rejectionKey(a) === rejectionKey(b), a === b);
      }),
    );
  });
});
