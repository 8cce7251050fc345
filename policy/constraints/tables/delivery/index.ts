import { type TypeRows } from "../../schema";
import { apprunner } from "./apprunner";
import { codebuild } from "./codebuild";
import { codebuildParts } from "./codebuildParts";
import { codecommit } from "./codecommit";
import { codedeployParts } from "./codedeployParts";
import { codepipelineParts } from "./codepipelineParts";
import { codedeploy } from "./codedeploy";
import { codepipeline } from "./codepipeline";
import { codepipelineActions } from "./codepipelineActions";
import { containerParts } from "./containers";
import { eksClusters } from "./eksClusters";
import { eksParts } from "./eksParts";

/** Builds, deployments and clusters of containers. */
export const delivery: readonly TypeRows[] = [
  ...apprunner,
  ...codebuild,
  ...codebuildParts,
  ...codecommit,
  ...codedeploy,
  ...codedeployParts,
  ...codepipelineParts,
  ...codepipeline,
  ...codepipelineActions,
  ...containerParts,
  ...eksClusters,
  ...eksParts,
];
