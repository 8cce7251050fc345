import { z } from "zod";
import { thumbnailerDefaults, ThumbnailFormat } from "../components";

/** Photos: their thumbnails. */
export const photosKeys = {
  thumbnailer: z
    .strictObject({
      enabled: z.boolean().default(true),
      prefix: z.string().default(thumbnailerDefaults.prefix),
      suffixes: z.array(z.string()).default(thumbnailerDefaults.suffixes),
      widths: z.array(z.int()).default(thumbnailerDefaults.widths),
      formats: z.array(z.enum(ThumbnailFormat)).default(thumbnailerDefaults.formats),
      timeoutSeconds: z.int().default(thumbnailerDefaults.timeoutSeconds),
      memoryMb: z.int().default(thumbnailerDefaults.memoryMb),
      maxPixels: z.int().default(thumbnailerDefaults.maxPixels),
      uploadsBucketName: z.string().optional(),
      thumbnailsBucketName: z.string().optional(),
    })
    .prefault({}),
};
