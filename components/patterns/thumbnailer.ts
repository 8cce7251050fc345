import * as pulumi from "@pulumi/pulumi";
import { alarm } from "../core/alarms";
import { Bucket, bucketProblems } from "../storage/bucket";
import { keyPrefixProblem } from "../storage/bucketName";
import { Check, type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { functionProblems } from "../function/check";
import { NodeFunction, ownHandler, type PatternFunctionArgs } from "../function/nodeFunction";
import { manageObjects, readObjects } from "../core/permissions";
import { suffixesProblem } from "../storage/suffixes";

/** Picture formats that thumbnails can have. */
export enum ThumbnailFormat {
  Webp = "webp",
  Jpeg = "jpeg",
  Png = "png",
  Avif = "avif",
}

/** Arguments of a {@link Thumbnailer}. */
export interface ThumbnailerArgs extends PatternFunctionArgs {
  /** Widths in pixels, 1 to 10,000; one thumbnail for each, in each format. Default: 200 and 800. */
  widths?: number[];
  /** Default: WebP and JPEG. */
  formats?: ThumbnailFormat[];
  /** Only keys that begin with this. Default: every key. */
  prefix?: string;
  /** Only keys that end with one of these, in lower or upper case. Default: those of the formats that can be read. */
  suffixes?: string[];
  /**
   * A photo with more pixels is rejected before it is decoded (of AVIF 40 % of it, which is as costly), 1 to 268,402,689.
   * Default: 100 million.
   */
  maxPixels?: number;
  /** Physical names of the buckets. Default: the component's name and a random suffix. They can never be the same. */
  uploadsBucketName?: string;
  thumbnailsBucketName?: string;
  /** Delete what is in the buckets when they are destroyed. Default: false. */
  forceDestroy?: boolean;
}

/** What a thumbnailer has when its arguments do not say. */
export const thumbnailerDefaults = {
  widths: [200, 800],
  formats: [ThumbnailFormat.Webp, ThumbnailFormat.Jpeg],
  prefix: "",
  suffixes: [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".svg", ".heic", ".heif"],
  maxPixels: 100_000_000,
  timeoutSeconds: 60,
  memoryMb: 1_769, // one whole processor: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
};

/** What a thumbnailer's numbers may be, in pixels; the handler takes exactly that. */
export const thumbnailerBounds = {
  widths: { min: 1, max: 10_000 },
  maxPixels: { min: 1, max: 16_383 ** 2 }, // each way what WebP holds
};

/** Where the handler puts what it makes, and what it could not read. */
const THUMBNAILS = "thumbnails/";
const REJECTED = "rejected/";

/**
 * Thumbnails of every photo put in a bucket: uploads bucket → function → thumbnails bucket.
 * A photo that cannot be read leaves a record under `rejected/`; one that fails for another reason is tried again, and
 * then waits in the dead letter queue.
 */
export class Thumbnailer extends pulumi.ComponentResource {
  readonly uploads: Bucket;
  readonly thumbnails: Bucket;
  readonly function: NodeFunction;

  constructor(name: string, args: ThumbnailerArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:media:Thumbnailer", name, {}, opts);
    const { widths, formats, prefix, suffixes, maxPixels, ...settings } = withDefaults(thumbnailerDefaults, args);
    new Check("Thumbnailer", name).args(args, thumbnailerProblems).done();
    const child = { parent: this };
    const { forceDestroy, tags } = settings;

    this.uploads = new Bucket(`${name}-uploads`, { bucketName: settings.uploadsBucketName, forceDestroy, tags }, child);
    this.thumbnails = new Bucket(
      `${name}-thumbnails`,
      {
        bucketName: settings.thumbnailsBucketName,
        expirations: [{ prefix: REJECTED, days: 90 }],
        forceDestroy,
        tags,
      },
      child,
    );
    this.function = new NodeFunction(
      name,
      {
        ...settings,
        description: "Makes thumbnails of uploaded photos",
        entry: ownHandler("thumbnail"),
        nativeModules: ["sharp"],
        links: [
          readObjects(this.uploads, { keys: [`${prefix}*`] }),
          manageObjects(this.thumbnails, {
            keys: [`${THUMBNAILS}*`, `${REJECTED}*`],
            variable: "THUMBNAILS_BUCKET",
          }),
        ],
        environment: {
          RENDITIONS: JSON.stringify(widths.flatMap((width) => formats.map((format) => ({ width, format })))),
          MAX_PIXELS: String(maxPixels),
        },
      },
      child,
    );
    this.uploads.onObject(`${name}-uploaded`, { function: this.function, prefix, suffixes });
    alarm(
      `${name}-rejected`,
      {
        description: `${name} could not read a photo: see ${REJECTED} in the thumbnails bucket`,
        namespace: "Headroom",
        metricName: "PhotosRejected",
        dimensions: { service: this.function.serviceName },
        statistic: "Sum",
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
      },
      { ...settings.alarms, tags },
      child,
    );
    this.registerOutputs({ uploadsBucket: this.uploads.bucket, thumbnailsBucket: this.thumbnails.bucket });
  }
}

/** What cannot work of a thumbnailer's arguments. */
export function thumbnailerProblems(args: ThumbnailerArgs): Problem[] {
  const { widths, formats, prefix, suffixes, maxPixels } = withDefaults(thumbnailerDefaults, args);
  const prefixProblem = keyPrefixProblem(prefix);
  const suffixProblem = suffixesProblem(suffixes);
  const problems = new Problems()
    .that(widths.length > 0, "widths", widths, "give one width or more")
    .that(formats.length > 0, "formats", formats, `give one or more of ${Object.values(ThumbnailFormat).join(", ")}`)
    .bounds("maxPixels", maxPixels, thumbnailerBounds.maxPixels, "pixels")
    .once("widths", widths)
    .once("formats", formats)
    .that(prefixProblem === undefined, "prefix", prefix, prefixProblem ?? "")
    .that(suffixProblem === undefined, "suffixes", suffixes, suffixProblem ?? "")
    .that(
      args.uploadsBucketName === undefined || args.uploadsBucketName !== args.thumbnailsBucketName,
      "thumbnailsBucketName",
      args.thumbnailsBucketName,
      "it is uploadsBucketName too: every thumbnail would set off another; give two different buckets",
    )
    .all(bucketProblems({ bucketName: args.uploadsBucketName }), () => "uploadsBucketName")
    .all(bucketProblems({ bucketName: args.thumbnailsBucketName }), () => "thumbnailsBucketName")
    .all(functionProblems(args));
  for (const [index, width] of widths.entries()) {
    problems.bounds(`widths[${index}]`, width, thumbnailerBounds.widths, "pixels");
  }
  return problems.list;
}
