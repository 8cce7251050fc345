import { thumbnailerBounds } from "../../limits/bounds";
import { bucketProblems } from "../storage/bucketCheck";
import { eventPrefixProblem } from "../storage/bucketName";
import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { functionProblems } from "../function/check";
import { suffixesProblem } from "../storage/suffixes";
import { ThumbnailFormat, type ThumbnailerArgs, thumbnailerDefaults } from "./thumbnailerArgs";

/** Problems with a thumbnailer's arguments. */
export function thumbnailerProblems(args: ThumbnailerArgs): Problem[] {
  const { widths, formats, prefix, suffixes, maxPixels } = withDefaults(thumbnailerDefaults, args);
  const prefixProblem = eventPrefixProblem(prefix);
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
      "it is uploadsBucketName too, so that every thumbnail would trigger another; give two different buckets",
    )
    .all(bucketProblems({ bucketName: args.uploadsBucketName }), () => "uploadsBucketName")
    .all(bucketProblems({ bucketName: args.thumbnailsBucketName }), () => "thumbnailsBucketName")
    .all(functionProblems(args));
  for (const [index, width] of widths.entries()) {
    problems.bounds(`widths[${index}]`, width, thumbnailerBounds.widths, "pixels");
  }
  return problems.list;
}
