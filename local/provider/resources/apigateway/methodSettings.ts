import type * as pulumiAws from "@pulumi/aws/apigateway/methodSettings";
import { unless } from "../../frame/errors";
import { withRule } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { notFound, replaced } from "./shared";

type Settings = Inputs<pulumiAws.MethodSettingsArgs>["settings"];

/** The patch path of each setting, and how to parse its value. */
const settings = {
  metricsEnabled: "metrics/enabled",
  loggingLevel: "logging/loglevel",
  dataTraceEnabled: "logging/dataTrace",
  throttlingBurstLimit: "throttling/burstLimit",
  throttlingRateLimit: "throttling/rateLimit",
  cachingEnabled: "caching/enabled",
  cacheTtlInSeconds: "caching/ttlInSeconds",
  cacheDataEncrypted: "caching/dataEncrypted",
  requireAuthorizationForCacheControl: "caching/requireAuthorizationForCacheControl",
  unauthorizedCacheControlHeaderStrategy: "caching/unauthorizedCacheControlHeaderStrategy",
} as const satisfies Record<keyof Settings, string>;

/** The place of a method in the paths of the stage's settings; a path's own slashes are escaped. */
function settingsPath(methodPath: string): string {
  const at = methodPath.lastIndexOf("/");
  return `/${methodPath.slice(0, at).replaceAll("~", "~0").replaceAll("/", "~1")}/${methodPath.slice(at + 1)}`;
}

/** https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html */
export const MethodSettings = resourceType<pulumiAws.MethodSettingsArgs, pulumiAws.MethodSettings>({
  token: "aws:apigateway/methodSettings:MethodSettings",
  identity: ["restApi", "stageName", "methodPath"],
  properties: {
    ...withRule({ required: true, replace: true }, "methodPath", "restApi", "stageName"),
    settings: { required: true },
  },
  outputs: {},
  notEmulated: ({ settings }) =>
    settings.loggingLevel ? ["settings: the emulator writes no execution logs or metrics"] : [],
  fromImportId: (id) => {
    const [restApi, stageName, ...path] = id.split("/");
    const methodPath = path.join("/");
    return { id: `${restApi}-${stageName}-${methodPath}`, known: { restApi, stageName, methodPath } };
  },

  async create(props, { apigateway }) {
    await apigateway.updateStage(toSettings(props));
    return `${props.restApi}-${props.stageName}-${props.methodPath}`;
  },

  async read(id, { apigateway }, { restApi, stageName, methodPath = "" }) {
    const stage = await unless(notFound, apigateway.getStage({ restApiId: restApi, stageName }));
    const live = stage?.methodSettings?.[methodPath];
    return live && { id, restApi, stageName, methodPath, settings: live };
  },

  async update(_id, props, _old, { apigateway }) {
    await apigateway.updateStage(toSettings(props));
  },

  async delete(_id, { apigateway }, { restApi, stageName, methodPath = "" }) {
    const patchOperations = [replaced(settingsPath(methodPath), undefined)];
    await unless(notFound, apigateway.updateStage({ restApiId: restApi, stageName, patchOperations }));
  },
});

function toSettings({ restApi, stageName, methodPath, settings: given }: Inputs<pulumiAws.MethodSettingsArgs>) {
  const changes = Object.entries(settings)
    .filter(([key]) => given[key as keyof Settings] !== undefined)
    .map(([key, path]) => replaced(`${settingsPath(methodPath)}/${path}`, String(given[key as keyof Settings])));
  return { restApiId: restApi, stageName, patchOperations: changes };
}
