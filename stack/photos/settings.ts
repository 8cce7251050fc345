import { z } from "zod";
import { thumbnailerDefaults, ThumbnailFormat } from "../../components";
import { type Problem } from "../../components/core/check";
import { thumbnailerProblems } from "../../components/patterns/thumbnailerCheck";
import { onByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";

/** Photos: their thumbnails. */
export const photosSettings = {
  thumbnailer: onByDefault({
    prefix: z.string().default(thumbnailerDefaults.prefix),
    suffixes: z.array(z.string()).default(thumbnailerDefaults.suffixes),
    widths: z.array(z.int()).default(thumbnailerDefaults.widths),
    formats: z.array(z.enum(ThumbnailFormat)).default(thumbnailerDefaults.formats),
    timeoutSeconds: z.int().default(thumbnailerDefaults.timeoutSeconds),
    memoryMb: z.int().default(thumbnailerDefaults.memoryMb),
    maxPixels: z.int().default(thumbnailerDefaults.maxPixels),
    uploadsBucketName: z.string().optional(),
    thumbnailsBucketName: z.string().optional(),
  }),
};

export const photosExamples = {
  "thumbnailer.prefix": "photos/",
  "thumbnailer.uploadsBucketName": "example-com-uploads",
  "thumbnailer.thumbnailsBucketName": "example-com-thumbnails",
};

export const photosProblems = ({ thumbnailer }: SettingsOf<typeof photosSettings>): Problem[] =>
  underKey("thumbnailer", thumbnailerProblems(thumbnailer));
