import type * as sdk from "@aws-sdk/client-apigatewayv2";
import type { Stage as StageResource, StageArgs } from "@pulumi/aws/apigatewayv2/stage";
import { unless } from "../../frame/errors";
import { optional } from "../../frame/properties";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { formatArn, notFound } from "../apigateway/shared";
import { tagging } from "./shared";

const throttle = "no request is throttled, and no metric is kept";

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html */
export const Stage = resourceType<StageArgs, StageResource>({
  token: "aws:apigatewayv2/stage:Stage",
  name: {
    property: "name",
    maxLength: 128,
    pattern: /^(\$default|[\w-]+)$/,
    allowed: "$default, or letters, digits, - and _",
  },
  identity: ["apiId", "name"],
  properties: {
    ...optional("description", "stageVariables"),
    accessLogSettings: { idle: "the emulator writes no access logs" },
    apiId: { required: true, replace: true },
    autoDeploy: { default: false, idle: "requests meet the API's routes as they are now" },
    clientCertificateId: { notEmulated: "the emulator shows no client certificate" },
    defaultRouteSettings: { idle: throttle },
    deploymentId: { computed: true, notEmulated: "requests meet the API's routes as they are now" },
    name: { replace: true },
    routeSettings: { unordered: true, idle: throttle },
    tags,
  },
  outputs: { arn: "stable", executionArn: "stable", invokeUrl: "stable" },
  fromImportId: (id) => {
    const [apiId, name] = id.split("/");
    return { id: name, known: { apiId, name } };
  },

  async create(props, { apigatewayv2 }) {
    await apigatewayv2.createStage({ ...toSettings(props), Tags: props.tags });
    return props.name!;
  },

  async read(name, aws, { apiId }) {
    const live = await unless(notFound, aws.apigatewayv2.getStage({ ApiId: apiId, StageName: name }));
    if (!live) return undefined;
    const arn = formatArn(aws, `/apis/${apiId}/stages/${name}`);
    const { Tags: tags = {} } = await aws.apigatewayv2.getTags({ ResourceArn: arn });
    const root = `${aws.endpoint}/_aws/execute-api/${apiId}`;
    return {
      accessLogSettings: live.AccessLogSettings && fromAws(live.AccessLogSettings),
      apiId,
      autoDeploy: live.AutoDeploy,
      defaultRouteSettings: fromAws(live.DefaultRouteSettings ?? {}),
      description: live.Description || undefined,
      name: live.StageName,
      routeSettings: Object.entries(live.RouteSettings ?? {}).map(([routeKey, settings]) => ({
        routeKey,
        ...fromAws<object>(settings),
      })),
      stageVariables: live.StageVariables ?? {},
      tags,
      arn,
      executionArn: await aws.arn("execute-api", `${apiId}/${name}`),
      // The emulator's address, since AWS's form of it leads to AWS.
      invokeUrl: name === "$default" ? `${root}/` : `${root}/${name}`,
    };
  },

  async update(_name, props, _old, { apigatewayv2 }) {
    await apigatewayv2.updateStage(toSettings(props));
  },

  tagging,

  async delete(name, { apigatewayv2 }, { apiId }) {
    await unless(notFound, apigatewayv2.deleteStage({ ApiId: apiId, StageName: name }));
  },
});

function toSettings(props: Inputs<StageArgs>) {
  const routes = (props.routeSettings ?? []).map(({ routeKey, ...settings }) => [routeKey, toAws(settings)] as const);
  return {
    AccessLogSettings: props.accessLogSettings && toAws<sdk.AccessLogSettings>(props.accessLogSettings),
    ApiId: props.apiId,
    AutoDeploy: props.autoDeploy,
    DefaultRouteSettings: toAws<sdk.RouteSettings>(props.defaultRouteSettings ?? {}),
    Description: props.description ?? "",
    RouteSettings: Object.fromEntries(routes) as Record<string, sdk.RouteSettings>,
    StageName: props.name,
    StageVariables: props.stageVariables ?? {},
  };
}
