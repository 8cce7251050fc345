import type { Stage as StageResource, StageArgs } from "@pulumi/aws/apigateway/stage";
import { unless } from "../../frame/errors";
import { optional, withRule } from "../../frame/properties";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { formatArn, notFound, replaced } from "./shared";

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html */
export const Stage = resourceType<StageArgs, StageResource>({
  token: "aws:apigateway/stage:Stage",
  identity: ["restApi", "stageName"],
  properties: {
    ...withRule({ required: true, replace: true }, "restApi", "stageName"),
    ...optional("description", "documentationVersion", "variables"),
    accessLogSettings: { idle: "the emulator writes no access logs" },
    cacheClusterEnabled: { notEmulated: "the emulator caches no answers" },
    cacheClusterSize: { notEmulated: "the emulator caches no answers" },
    canarySettings: { notEmulated: "the emulator sends all requests to one deployment" },
    clientCertificateId: { notEmulated: "the emulator shows no client certificate" },
    deployment: { required: true, idle: "requests meet the API's routes as they are now" },
    tags,
    xrayTracingEnabled: { default: false, idle: "no trace is recorded" },
  },
  outputs: { arn: "stable", executionArn: "stable", invokeUrl: "stable", webAclArn: "stable" },
  fromImportId: (id) => {
    const [restApi, stageName] = id.split("/");
    return { id: `ags-${restApi}-${stageName}`, known: { restApi, stageName } };
  },

  async create(props, { apigateway }) {
    await apigateway.createStage({
      restApiId: props.restApi,
      stageName: props.stageName,
      deploymentId: props.deployment,
      description: props.description,
      documentationVersion: props.documentationVersion,
      tags: props.tags,
      tracingEnabled: props.xrayTracingEnabled,
      variables: props.variables,
    });
    return `ags-${props.restApi}-${props.stageName}`;
  },

  /** CreateStage accepts no access log settings. */
  async complete(_id, { restApi, stageName, accessLogSettings: logs }, { apigateway }) {
    if (!logs) return;
    const patchOperations = logSettings(logs);
    await apigateway.updateStage({ restApiId: restApi, stageName, patchOperations });
  },

  async read(_id, aws, { restApi, stageName }) {
    const live = await unless(notFound, aws.apigateway.getStage({ restApiId: restApi, stageName }));
    if (!live) return undefined;
    const { destinationArn, format } = live.accessLogSettings ?? {};
    return {
      id: `ags-${restApi}-${stageName}`,
      restApi,
      stageName,
      accessLogSettings: destinationArn ? { destinationArn, format: format ?? "" } : undefined,
      deployment: live.deploymentId,
      description: live.description || undefined,
      documentationVersion: live.documentationVersion ?? undefined,
      tags: live.tags ?? {},
      variables: live.variables ?? {},
      xrayTracingEnabled: live.tracingEnabled,
      arn: formatArn(aws, `/restapis/${restApi}/stages/${stageName}`),
      executionArn: await aws.arn("execute-api", `${restApi}/${stageName}`),
      // The emulator's address, since AWS's form of it leads to AWS.
      invokeUrl: `${aws.endpoint}/restapis/${restApi}/${stageName}/_user_request_`,
      webAclArn: "",
    };
  },

  async update(_id, props, old, aws) {
    const { restApi, stageName, variables = {} } = props;
    const gone = Object.keys(old.variables ?? {}).filter((name) => !(name in variables));
    const patchOperations = [
      replaced("/deploymentId", props.deployment),
      replaced("/description", props.description ?? ""),
      replaced("/tracingEnabled", String(props.xrayTracingEnabled ?? false)),
      ...Object.entries(variables).map(([name, value]) => replaced(`/variables/${name}`, value)),
      ...gone.map((name) => replaced(`/variables/${name}`, undefined)),
      ...(props.accessLogSettings ? logSettings(props.accessLogSettings) : [replaced("/accessLogSettings", undefined)]),
    ];
    await aws.apigateway.updateStage({ restApiId: restApi, stageName, patchOperations });
  },

  tagging: {
    remove: (_id, tagKeys, { apigateway }, { arn }) => apigateway.untagResource({ resourceArn: arn, tagKeys }),
    add: (_id, tags, { apigateway }, { arn }) => apigateway.tagResource({ resourceArn: arn, tags }),
  },

  async delete(_id, { apigateway }, { restApi, stageName }) {
    await unless(notFound, apigateway.deleteStage({ restApiId: restApi, stageName }));
  },
});

function logSettings({ destinationArn, format }: NonNullable<Inputs<StageArgs>["accessLogSettings"]>) {
  return [replaced("/accessLogSettings/destinationArn", destinationArn), replaced("/accessLogSettings/format", format)];
}
