import * as pulumi from "@pulumi/pulumi";
import { alarm } from "../core/alarms";
import { component } from "../core/component";
import { Bucket } from "../storage/bucket";
import { Check } from "../core/check";
import { withDefaults } from "../core/defaults";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { manageObjects, readObjects } from "../core/permissions";
import { thumbnailPrefixes } from "../../limits/bounds";
import { type ThumbnailerArgs, thumbnailerDefaults } from "./thumbnailerArgs";
import { thumbnailerProblems } from "./thumbnailerCheck";

/**
 * Makes thumbnails of every uploaded photo: uploads bucket → function → thumbnails bucket. An unreadable photo leaves a
 * record under `rejected/`; one that fails for another reason is retried, and then goes to the dead letter queue.
 */
@component
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
        expirations: [{ prefix: thumbnailPrefixes.rejected, days: 90 }],
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
            keys: [`${thumbnailPrefixes.thumbnails}*`, `${thumbnailPrefixes.rejected}*`],
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
        description: `${name} could not read a photo: see ${thumbnailPrefixes.rejected} in the thumbnails bucket`,
        namespace: "Headroom",
        metricName: "PhotosRejected",
        dimensions: { service: this.function.serviceName },
      },
      { ...settings.alarms, tags },
      child,
    );
    this.registerOutputs({ uploadsBucket: this.uploads.bucket, thumbnailsBucket: this.thumbnails.bucket });
  }
}
