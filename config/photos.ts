import { z } from "zod";
import { thumbnailerBounds, thumbnailerDefaults, ThumbnailFormat } from "../components";
import { suffixesProblem } from "../components/suffixes";
import { bucketName, checked, once, within } from "./checks";

/** Photos: their thumbnails. */
export const photosKeys = {
  thumbnailer: z
    .strictObject({
      enabled: z.boolean().default(true),
      prefix: z.string().default(thumbnailerDefaults.prefix),
      suffixes: checked(z.array(z.string()), suffixesProblem).default(thumbnailerDefaults.suffixes),
      widths: once(within(thumbnailerBounds.widths)).default(thumbnailerDefaults.widths),
      formats: once(z.enum(ThumbnailFormat)).default(thumbnailerDefaults.formats),
      timeoutSeconds: z.int().default(thumbnailerDefaults.timeoutSeconds),
      memoryMb: z.int().default(thumbnailerDefaults.memoryMb),
      maxPixels: within(thumbnailerBounds.maxPixels).default(thumbnailerDefaults.maxPixels),
      uploadsBucketName: bucketName,
      thumbnailsBucketName: bucketName,
    })
    .refine((value) => !value.uploadsBucketName || value.uploadsBucketName !== value.thumbnailsBucketName, {
      path: ["thumbnailsBucketName"],
      message: "it is uploadsBucketName too: every thumbnail would set off another; give two different buckets",
    })
    .prefault({}),
};
