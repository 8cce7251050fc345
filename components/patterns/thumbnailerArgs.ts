import { type ThumbnailFormat as Format } from "../../limits/bounds";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

/** Image formats of thumbnails. */
export const ThumbnailFormat = {
  Webp: "webp",
  Jpeg: "jpeg",
  Png: "png",
  Avif: "avif",
} as const satisfies Record<string, Format>;
export type ThumbnailFormat = (typeof ThumbnailFormat)[keyof typeof ThumbnailFormat];

/** Arguments of a {@link Thumbnailer}. */
export interface ThumbnailerArgs extends PatternFunctionArgs {
  /** Widths in pixels, 1 to 10,000; one thumbnail for each, in each format. Default: 200 and 800. */
  widths?: number[];
  /** Default: WebP and JPEG. */
  formats?: ThumbnailFormat[];
  /** Only keys that begin with this. Default: every key. */
  prefix?: string;
  /** Only keys that end with one of these, in lower or upper case. Default: those of the readable formats. */
  suffixes?: string[];
  /**
   * Photos with more pixels are rejected before decoding (AVIF, which costs more, at 40 % of it), 1 to 268,402,689.
   * Default: 100 million.
   */
  maxPixels?: number;
  /** Physical names of the buckets, which must differ. Default: the component's name and a random suffix. */
  uploadsBucketName?: string;
  thumbnailsBucketName?: string;
  /** Delete the buckets' contents when they are destroyed. Default: false. */
  forceDestroy?: boolean;
}

/** Defaults of a thumbnailer's arguments. */
export const thumbnailerDefaults = {
  widths: [200, 800],
  formats: [ThumbnailFormat.Webp, ThumbnailFormat.Jpeg],
  prefix: "",
  suffixes: [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".svg", ".heic", ".heif"],
  maxPixels: 100_000_000,
  timeoutSeconds: 60,
  memoryMb: 1_769, // one full vCPU: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
};
