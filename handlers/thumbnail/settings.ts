/** The thumbnail function's environment. */
import { z } from "zod";

import { thumbnailerBounds, thumbnailExtensions, type ThumbnailFormat } from "../../limits/bounds";
import { json, wholeNumber } from "../environment";

const { widths, maxPixels } = thumbnailerBounds;

const rendition = z.strictObject({
  /** Pixels. A narrower photo keeps its own width. */
  width: z.number().int().min(widths.min).max(widths.max),
  format: z.enum(Object.keys(thumbnailExtensions) as ThumbnailFormat[]),
});

/** One size and format to make of every photo. */
export type Rendition = z.output<typeof rendition>;

const distinct = (list: Rendition[]) =>
  new Set(list.map(({ width, format }) => `${width} ${format}`)).size === list.length;

export const settingsSchema = z.object({
  /** Bucket of thumbnails and of the records of refused photos. */
  THUMBNAILS_BUCKET: z.string().min(3),
  /** JSON, for example `[{"width":200,"format":"webp"}]`. */
  RENDITIONS: json(z.array(rendition).min(1).refine(distinct, "the same width and format is listed twice")),
  /** Largest declared size, width × height, that is decoded. At 100 million, 1,769 MB of memory are enough for every format. */
  MAX_PIXELS: wholeNumber(maxPixels),
  /** Largest object that is downloaded, in bytes; it is held in memory. Default 128 MiB. */
  MAX_BYTES: wholeNumber({ min: 1, max: 5 * 1024 ** 3 }).default(128 * 1024 ** 2),
});

export type Settings = z.output<typeof settingsSchema>;
