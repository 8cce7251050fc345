import assert from "node:assert/strict";
import sharp from "sharp";

import { type Settings } from "../../../handlers/thumbnail/settings";
import { type PhotoStore, refresh } from "../../../handlers/thumbnail/thumbnails";

const settings: Settings = {
  THUMBNAILS_BUCKET: "t",
  RENDITIONS: [{ width: 20, format: "webp" }],
  MAX_PIXELS: 1e6,
  MAX_BYTES: 1e6,
};

describe("refreshing thumbnails, on buckets in memory", () => {
  it("a photo that is replaced again and again is left to a retry instead of running for ever", async () => {
    const photo = await sharp({ create: { width: 40, height: 40, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    let version = 0;
    let put = 0;
    const restless: PhotoStore = {
      photo: () => Promise.resolve({ etag: String(version++), bytes: photo.length }),
      download: () => Promise.resolve(photo),
      origin: () => Promise.resolve(undefined),
      put: () => Promise.resolve(void put++),
      removeThumbnails: () => Promise.resolve(),
      putRejection: () => Promise.reject(new Error("nothing is wrong with this photo")),
      removeRejection: () => Promise.resolve(),
    };
    await assert.rejects(refresh("restless.jpg", restless, settings), /"restless\.jpg" was replaced 3 times/);
    assert.equal(put, 3);
  });
});
