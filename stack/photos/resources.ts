import { Thumbnailer } from "../../components";
import { type SettingsOf, type Stack } from "../area";
import { type GeneralSettings } from "../general/settings";
import { type photosSettings } from "./settings";

type Settings = SettingsOf<typeof photosSettings> & GeneralSettings;

export function photosResources({ thumbnailer: settings, forceDestroy }: Settings, { shared }: Stack) {
  const thumbnailer = settings.enabled
    ? new Thumbnailer("thumbnailer", { ...shared, ...settings, forceDestroy })
    : undefined;
  return {
    buckets: [thumbnailer?.uploads, thumbnailer?.thumbnails],
    functions: [thumbnailer?.function],
    outputs: {
      uploadsBucket: thumbnailer?.uploads.bucket,
      thumbnailsBucket: thumbnailer?.thumbnails.bucket,
      thumbnailFunction: thumbnailer?.function.functionName,
    },
  };
}
