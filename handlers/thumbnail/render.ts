/** From a photo's bytes to its thumbnails: one decode, at the largest size wanted, whatever the number of renditions. */
import sharp, { type Metadata, type OutputInfo, type Sharp } from "sharp";

import { PhotoFault } from "./fault";
import { checkSamples, checkTiff, hasUnspecifiedSample } from "./samples";
import { longestEdge } from "../../limits/bounds";
import { type Rendition } from "./settings";
import { embeddedPictures, inspectDrawing, readVector } from "./vector";

/** Changes whenever the same photo would give other thumbnails; those of an older renderer are made again. */
export const RENDERER = "3";

// Each photo is decoded once, so libvips' cache would only hold memory.
sharp.cache(false);
// Only loaders for the formats promised here: a libvips with more (PDF, ImageMagick) must not widen what strangers can feed it.
const loaders = ["Jpeg", "Png", "Webp", "Nsgif", "Tiff", "Svg", "Heif"];
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: loaders.map((loader) => `VipsForeignLoad${loader}`) });

const SUPPORTED = "JPEG, PNG, WebP, AVIF, GIF, TIFF and SVG";

/**
 * MAX_PIXELS is meant for pixels of at most 8 bytes (four channels of 16 bits); wider ones count for more, so that it bounds memory.
 * AVIF is decoded whole, with buffers that come to 20 bytes a pixel (measured; twice that for more than 8 bits).
 */
const PIXEL_BYTES = 8;
const AVIF_PIXEL_BYTES = 20;
const depthBytes: Record<string, number> = {
  uchar: 1,
  char: 1,
  ushort: 2,
  short: 2,
  uint: 4,
  int: 4,
  float: 4,
  complex: 8,
  double: 8,
  dpcomplex: 16,
};

/** What decoding costs, as a number of ordinary pixels. */
function cost({ width, height, channels, depth, format }: Metadata): number {
  const bytes = (depthBytes[depth] ?? 16) * (format === "heif" ? AVIF_PIXEL_BYTES : channels);
  return width * height * Math.max(1, bytes / PIXEL_BYTES);
}

/** The library's reason, without the lines that list where it looked. */
const shortReason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .split("\n")
    .filter((line) => !line.startsWith("source: bad seek"))
    .join(" ")
    .trim();

/** Rejects for what is no image of these formats, and for no bytes at all, which the library throws at once. */
const readHeader = async (data: Buffer): Promise<Metadata> => sharp(data, { limitInputPixels: false }).metadata();

/**
 * Reads the header only, so that a small file that declares a huge image costs nothing.
 * @throws PhotoFault for a file that is not an image of a supported format, or is larger than `maxPixels`
 */
async function inspect(data: Buffer, width: number, maxPixels: number): Promise<Metadata> {
  if (data.length === 0) throw new PhotoFault("empty", "the object has no bytes");
  const header = await readHeader(data).catch((error: unknown) => {
    const detail = shortReason(error);
    if (!detail.includes("unsupported image format")) throw new PhotoFault("unreadable", detail, { cause: error });
    throw new PhotoFault("unsupported-format", `not an image of a supported format (${SUPPORTED}), or truncated`, {
      cause: error,
    });
  });
  const pixels = cost(header);
  if (pixels > maxPixels) {
    throw new PhotoFault(
      "too-many-pixels",
      `declares ${header.width} × ${header.height} pixels (${header.format}, ${header.channels} × ${header.depth}), ` +
        `which count as ${pixels}; at most ${maxPixels} are decoded (MAX_PIXELS)`,
    );
  }
  // The library is built without an HEVC decoder (patents): the header of a HEIC can be read, its pixels cannot.
  if (header.format === "heif" && header.compression !== "av1") {
    throw new PhotoFault(
      "unsupported-format",
      `HEIC (${header.compression}) cannot be decoded; convert it to JPEG or AVIF`,
    );
  }
  checkSamples(header);
  if (header.format === "tiff") checkTiff(data);
  if (header.format === "svg") {
    const vector = readVector(data);
    checkDrawing(vector, header, width, maxPixels);
    await inspectEmbedded(vector, maxPixels);
  }
  return header;
}

/** Elements of a vector, at most: 400 MB. */
const MOST_ELEMENTS = 100_000;
/** A layer has four channels of 8 bits. */
const LAYER_BYTES = 4;
/** As many as an ordinary drawing has; they do not count. */
const FEW_LAYERS = 24;

/** A vector of few bytes can ask for canvases and elements without end. @throws PhotoFault */
function checkDrawing(vector: string, { width, height }: Metadata, wanted: number, maxPixels: number): void {
  const { elements, layers } = inspectDrawing(vector);
  if (elements > MOST_ELEMENTS) {
    throw new PhotoFault("unsupported-format", `a vector of ${elements} elements; at most ${MOST_ELEMENTS} are drawn`);
  }
  const scale = Math.min(wanted / width, longestEdge / height);
  const drawn = Math.min(width * height * scale ** 2, maxPixels);
  const pixels = Math.round((drawn * layers * LAYER_BYTES) / PIXEL_BYTES);
  if (layers > FEW_LAYERS && pixels > maxPixels) {
    throw new PhotoFault(
      "too-many-pixels",
      `the vector is drawn in up to ${layers} layers, which count as ${pixels} pixels; at most ${maxPixels} are decoded (MAX_PIXELS)`,
    );
  }
}

/** Vectors in vectors, at most. */
const MOST_LEVELS = 3;

/** The pictures in a vector count together: they are decoded while it is drawn. Gives what they count as. @throws PhotoFault */
async function inspectEmbedded(vector: string, maxPixels: number, level = 1): Promise<number> {
  let pixels = 0;
  for (const { data, times } of embeddedPictures(vector)) {
    const header = await readHeader(data).catch(() => undefined); // the drawing library leaves it out, or refuses the vector
    if (!header) continue;
    pixels += times * cost(header);
    if (header.format === "svg") {
      if (level === MOST_LEVELS) {
        throw new PhotoFault("unsupported-format", `vectors nested more than ${MOST_LEVELS} deep`);
      }
      pixels += times * (await inspectEmbedded(readVector(data), maxPixels - pixels, level + 1));
    }
    if (pixels > maxPixels) {
      throw new PhotoFault(
        "too-many-pixels",
        `the vector holds pictures that count as ${pixels} pixels or more; at most ${maxPixels} are decoded (MAX_PIXELS)`,
      );
    }
  }
  return pixels;
}

/** Of a vector at its declared size, and the most that sharp takes. */
const VECTOR_DENSITY = 72;
const MOST_DENSITY = 100_000;

/**
 * Dots per inch at which a vector is as wide as wanted, within what may be decoded: it has no size of its own that an
 * enlargement could blur. Undefined for what is no vector, or wide enough.
 */
async function readDensity(
  data: Buffer,
  header: Metadata,
  width: number,
  maxPixels: number,
): Promise<number | undefined> {
  if (header.format !== "svg") return undefined;
  const most = Math.sqrt(maxPixels / (header.width * header.height));
  const scale = Math.min(width / header.width, longestEdge / header.height, most);
  if (scale <= 1) return undefined;
  // Sizes in millimetres and the like grow with the density once more.
  for (const growth of [scale, Math.sqrt(scale)]) {
    const density = Math.min(VECTOR_DENSITY * growth, MOST_DENSITY);
    const drawn = await sharp(data, { density, limitInputPixels: false }).metadata();
    if (drawn.width <= header.width * scale * 1.1 + 1 && drawn.width * drawn.height <= maxPixels * 1.1 + longestEdge) {
      return density;
    }
  }
  return undefined;
}

/** Never enlarges; keeps the proportions; the height is bounded too, since no format has room for any height. */
const fitInto = (width: number) => ({ width, height: longestEdge, fit: "inside", withoutEnlargement: true }) as const;

/**
 * Decodes to the largest size wanted: upright (EXIF orientation), sRGB, 8 bits, no metadata. The first frame or page stands for
 * an animation or a document. JPEG and WebP are shrunk while they are decoded.
 */
async function decode(
  data: Buffer,
  header: Metadata,
  width: number,
  maxPixels: number,
): Promise<{ data: Buffer; info: OutputInfo }> {
  const density = await readDensity(data, header, width, maxPixels);
  const limitInputPixels = density === undefined ? header.width * header.height : false;
  const image = sharp(data, { autoOrient: true, failOn: "error", limitInputPixels, density });
  // With 16 bits and a profile sharp works in Display P3, and leaves the pixels there unless the output profile is set.
  if (header.space === "rgb16" && header.hasProfile) image.withIccProfile("srgb");
  try {
    if (header.format === "tiff" && header.hasAlpha && hasUnspecifiedSample(data))
      return await withoutExtra(image, width);
    return await image.resize(fitInto(width)).toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  } catch (error) {
    throw new PhotoFault("unreadable", shortReason(error), { cause: error });
  }
}

/** Leaves the sample out before the size changes: until then pixels are weighted by what is taken for transparency. */
async function withoutExtra(image: Sharp, width: number): Promise<{ data: Buffer; info: OutputInfo }> {
  const whole = image.removeAlpha().toColourspace("srgb").raw();
  const { data, info } = await whole.toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return sharp(data, { raw }).resize(fitInto(width)).raw().toBuffer({ resolveWithObject: true });
}

/** One thumbnail, ready to be stored. */
export interface Thumbnail {
  rendition: Rendition;
  body: Buffer;
  contentType: string;
}

/**
 * Makes `renditions` of the photo in `data`.
 * @throws PhotoFault when the pixels cannot be read: truncated or corrupt data
 */
export async function render(data: Buffer, renditions: Rendition[], maxPixels: number): Promise<Thumbnail[]> {
  const largest = Math.max(...renditions.map(({ width }) => width));
  const header = await inspect(data, largest, maxPixels);
  const { data: pixels, info } = await decode(data, header, largest, maxPixels);
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return Promise.all(
    renditions.map(async (rendition) => {
      const image = sharp(pixels, { raw, limitInputPixels: false }).resize(fitInto(rendition.width));
      // JPEG has no transparency: what shows through is white paper, not black.
      const opaque = rendition.format === "jpeg" ? image.flatten({ background: "white" }) : image;
      const body = await opaque.toFormat(rendition.format).toBuffer();
      return { rendition, body, contentType: `image/${rendition.format}` };
    }),
  );
}
