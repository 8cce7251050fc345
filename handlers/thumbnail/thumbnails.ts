/** Brings the thumbnails of one photo in line with what the uploads bucket holds now. */
import { PhotoFault, type Reason } from "./fault";
import { fits, thumbnailKey } from "./keys";
import { RENDERER, render, type Thumbnail } from "./render";
import { type Rendition, type Settings } from "./settings";

/** A photo as it is in the uploads bucket at one moment. */
export interface Photo {
  etag: string;
  bytes: number;
  versionId?: string | undefined;
}

/** What a thumbnail was made from, and by which renderer. */
export interface Origin {
  sourceEtag: string;
  renderer: string;
}

/** Both buckets, for one photo. A method rejects only when the service fails: then the whole photo is to be tried again. */
export interface PhotoStore {
  /** The photo as it is now; undefined when there is none. */
  photo(): Promise<Photo | undefined>;
  /** Its bytes; undefined when it is no longer the one with this ETag. */
  download(photo: Photo): Promise<Buffer | undefined>;
  origin(rendition: Rendition): Promise<Origin | undefined>;
  put(thumbnail: Thumbnail, origin: Origin): Promise<void>;
  /** Removes every thumbnail of the photo, also those of renditions no longer configured. */
  removeThumbnails(): Promise<void>;
  putRejection(photo: Photo, fault: PhotoFault): Promise<void>;
  removeRejection(): Promise<void>;
}

export type Outcome =
  | { status: "made"; made: number }
  | { status: "unchanged" }
  | { status: "gone" }
  | { status: "rejected"; reason: Reason; detail: string };

/** A photo that keeps being replaced is left to a later retry. */
const ROUNDS = 3;

async function make(key: string, photo: Photo, store: PhotoStore, settings: Settings): Promise<Outcome | undefined> {
  if (!settings.RENDITIONS.every((rendition) => fits(thumbnailKey(key, rendition)))) {
    throw new PhotoFault(
      "key-too-long",
      `the key has ${Buffer.byteLength(key)} bytes: no room for the thumbnails' own`,
    );
  }
  const origin = { sourceEtag: photo.etag, renderer: RENDERER };
  const origins = await Promise.all(settings.RENDITIONS.map((rendition) => store.origin(rendition)));
  const missing = settings.RENDITIONS.filter((_, index) => {
    const found = origins[index];
    return found?.sourceEtag !== origin.sourceEtag || found.renderer !== origin.renderer;
  });
  if (missing.length === 0) return { status: "unchanged" };
  if (photo.bytes > settings.MAX_BYTES) {
    throw new PhotoFault("too-many-bytes", `${photo.bytes} bytes; at most ${settings.MAX_BYTES} are read (MAX_BYTES)`);
  }
  const data = await store.download(photo);
  if (!data) return undefined;
  const thumbnails = await render(data, missing, settings.MAX_PIXELS);
  await Promise.all(thumbnails.map((thumbnail) => store.put(thumbnail, origin)));
  return { status: "made", made: thumbnails.length };
}

/** Undefined when the photo changed on the way. */
async function settle(key: string, photo: Photo, store: PhotoStore, settings: Settings): Promise<Outcome | undefined> {
  try {
    const outcome = await make(key, photo, store, settings);
    if (outcome) await store.removeRejection();
    return outcome;
  } catch (error) {
    if (!(error instanceof PhotoFault)) throw error;
    // Thumbnails of the photo that this one replaced would show what is no longer there.
    await store.removeThumbnails();
    await store.putRejection(photo, error);
    return { status: "rejected", reason: error.reason, detail: error.message };
  }
}

async function forget(store: PhotoStore): Promise<Outcome> {
  await store.removeThumbnails();
  await store.removeRejection();
  return { status: "gone" };
}

/**
 * Makes thumbnails that are missing or outdated. Events may arrive twice, late or out of order, so the state of the
 * bucket counts, before and after: the last to work on a photo has seen its last version.
 * @throws Error when a service fails, or the photo keeps changing: a later retry may succeed
 */
export async function refresh(key: string, store: PhotoStore, settings: Settings): Promise<Outcome> {
  let photo = await store.photo();
  for (let round = 0; round < ROUNDS; round++) {
    const outcome = photo ? await settle(key, photo, store, settings) : await forget(store);
    if (outcome?.status === "unchanged") return outcome;
    const now = await store.photo();
    if (outcome && now?.etag === photo?.etag) return outcome;
    photo = now;
  }
  throw new Error(`"${key}" was replaced ${ROUNDS} times while its thumbnails were made; it is left to a retry`);
}
