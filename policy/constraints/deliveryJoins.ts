import { type Join, refuse } from "./join";
import { isUnknown, list, member, plainProperties } from "../frame/plain";
import { type Resource } from "../frame/resource";

/** The actions of each stage of a pipeline. */
const readStages = (pipeline: Resource): readonly (readonly unknown[])[] =>
  list(plainProperties(pipeline)["stages"]).map((stage) => list(member(stage, "actions")));

/** A pipeline begins with its sources, and has none later. */
export const pipelineSources: Join = (pipeline, found) => {
  readStages(pipeline).forEach((actions, stage) => {
    actions.forEach((action, index) => {
      const category = member(action, "category");
      if (typeof category !== "string" || isUnknown(category) || (category === "Source") === (stage === 0)) return;
      const takes = stage === 0 ? "Source in the first stage" : "another category than Source after the first stage";
      const path = `stages[${stage}].actions[${index}].category`;
      refuse(found, { path, is: `is ${category}`, takes, fix: "Move the action to another stage." });
    });
  });
};

/** What an action reads was made by a stage before it, or before it in its own. */
export const pipelineArtifacts: Join = (pipeline, found) => {
  const stages = readStages(pipeline);
  const names = (action: unknown, key: string): readonly unknown[] => list(member(action, key));
  const made = stages
    .flat()
    .flatMap((action) => [
      ...names(action, "outputArtifacts"),
      ...names(action, "outputArtifactsForComputeActions").map((artifact) => member(artifact, "name")),
    ]);
  if (made.some(isUnknown)) return;
  stages.forEach((actions, stage) => {
    actions.forEach((action, index) => {
      const odd = names(action, "inputArtifacts").find((name) => !isUnknown(name) && !made.includes(name));
      if (typeof odd !== "string") return;
      const path = `stages[${stage}].actions[${index}].inputArtifacts`;
      const takes = `artifacts of other actions: ${made.join(", ")}`;
      refuse(found, { path, is: `has ${odd}`, takes, fix: `Name an artifact that an action makes.` });
    });
  });
};

/** Where an action runs in another Region than the pipeline, the artifacts have a store there. */
export const pipelineStores: Join = (pipeline, found) => {
  const own = pipeline.regionReading;
  if (own.state !== "known") return;
  const stores = list(plainProperties(pipeline)["artifactStores"]).map((store) => member(store, "region"));
  if (stores.some(isUnknown)) return;
  readStages(pipeline).forEach((actions, stage) => {
    actions.forEach((action, index) => {
      const region = member(action, "region");
      if (typeof region !== "string" || region === "" || isUnknown(region) || region === own.value) return;
      if (stores.includes(region)) return;
      const path = `stages[${stage}].actions[${index}].region`;
      const takes = "a Region with an artifact store";
      refuse(found, { path, is: `is ${region}`, takes, fix: `Add an artifact store of ${region}.` });
    });
  });
};
