import { page } from "../pages";

/** An action of a pipeline, for good and bad values. */
export const action = (more: object) => ({
  name: "a",
  category: "Build",
  owner: "AWS",
  provider: "CodeBuild",
  version: "1",
  ...more,
});
export const source = (more: object) => action({ name: "s", category: "Source", provider: "S3", ...more });
export const artifacts = page("codepipeline/latest/userguide/reference-pipeline-structure");
export const s3Source = source({ outputArtifacts: ["s"] });
