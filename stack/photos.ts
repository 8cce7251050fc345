import { Thumbnailer } from "../components";
import { type Config } from "../config";
import { type Shared } from "./area";

/** A photo put in a bucket comes back as thumbnails in another. */
export function photos({ thumbnailer: settings, forceDestroy }: Config, shared: Shared) {
  const thumbnailer = settings.enabled
    ? new Thumbnailer("thumbnailer", { ...shared, ...settings, forceDestroy })
    : undefined;
  return {
    thumbnailer,
    buckets: [thumbnailer?.uploads, thumbnailer?.thumbnails],
    functions: [thumbnailer?.function],
  };
}
