/** The thumbnail function against bare sharp on 12-megapixel photos, in turns, so that both see the same machine. */
import sharp from "sharp";

import { type Rendition, type Settings } from "../../handlers/thumbnail/settings";
import { type PhotoStore, refresh } from "../../handlers/thumbnail/thumbnails";
import { scene } from "./photos";
import { median } from "../median";

const ROUNDS = 25;

/** Both buckets in memory: everything of the function but the network. */
const fixedStore = (photo: Buffer): PhotoStore => ({
  photo: () => Promise.resolve({ etag: "1", bytes: photo.length }),
  download: () => Promise.resolve(photo),
  origin: () => Promise.resolve(undefined),
  put: () => Promise.resolve(),
  removeThumbnails: () => Promise.resolve(),
  putRejection: () => Promise.resolve(),
  removeRejection: () => Promise.resolve(),
});

/** The usual code: one pipeline for each rendition. */
const bare = (photo: Buffer, renditions: Rendition[]) =>
  Promise.all(
    renditions.map(({ width, format }) =>
      sharp(photo).autoOrient().resize({ width, withoutEnlargement: true }).toFormat(format).toBuffer(),
    ),
  );

async function millis(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Time of bare sharp over time of the function: above 1, the function is faster. */
async function ratio(photo: Buffer, renditions: Rendition[]): Promise<number> {
  const settings: Settings = {
    THUMBNAILS_BUCKET: "memory",
    RENDITIONS: renditions,
    MAX_PIXELS: 100_000_000,
    MAX_BYTES: 128 * 1024 ** 2,
  };
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await millis(() => bare(photo, renditions)));
    ours.push(await millis(() => refresh("photo.jpg", fixedStore(photo), settings)));
  }
  return median(theirs) / median(ours);
}

/** Rows of the printed table. */
export async function throughput(): Promise<{ what: string; result: string }[]> {
  const photo = await (await scene(4000, 3000)).jpeg({ quality: 85 }).toBuffer();
  const one: Rendition[] = [{ width: 200, format: "webp" }];
  const four: Rendition[] = [200, 800].flatMap((width) => [
    { width, format: "webp" as const },
    { width, format: "jpeg" as const },
  ]);
  return [
    {
      what: "throughput, 12 MP JPEG → 200 WebP, against bare sharp",
      result: `${(await ratio(photo, one)).toFixed(2)} ×`,
    },
    {
      what: "throughput, 12 MP JPEG → 200 and 800 as WebP and JPEG, against bare sharp",
      result: `${(await ratio(photo, four)).toFixed(2)} ×`,
    },
  ];
}
