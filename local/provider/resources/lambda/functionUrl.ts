import type * as sdk from "@aws-sdk/client-lambda";
import type { FunctionUrl as UrlResource, FunctionUrlArgs } from "@pulumi/aws/lambda/functionUrl";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { halves, notFound } from "./ids";

export const FunctionUrl = resourceType<FunctionUrlArgs, UrlResource>({
  token: "aws:lambda/functionUrl:FunctionUrl",
  identity: ["functionName", "qualifier"],
  properties: {
    authorizationType: { required: true },
    cors: { unordered: true },
    functionName: { required: true, replace: true },
    invokeMode: { default: "BUFFERED" },
    qualifier: { replace: true },
  },
  outputs: { functionArn: "stable", functionUrl: "stable", urlId: "stable" },
  fromImportId: (id) => {
    const [functionName, qualifier] = halves(id, "/");
    return { known: { functionName, qualifier } };
  },

  async create(props, { lambda }) {
    await lambda.createFunctionUrlConfig(urlConfig(props));
    return props.qualifier ? `${props.functionName}/${props.qualifier}` : props.functionName;
  },

  async read(_id, { lambda }, { functionName, qualifier }) {
    const call = lambda.getFunctionUrlConfig({ FunctionName: functionName, Qualifier: qualifier });
    const live = await unless(notFound, call);
    if (!live) return undefined;
    return {
      functionName,
      qualifier,
      authorizationType: live.AuthType,
      cors: fromAws(live.Cors),
      invokeMode: live.InvokeMode ?? "BUFFERED",
      functionArn: live.FunctionArn,
      functionUrl: live.FunctionUrl,
      urlId: new URL(live.FunctionUrl!).host.split(".")[0],
    };
  },

  async update(_id, props, _old, { lambda }) {
    await lambda.updateFunctionUrlConfig(urlConfig(props));
  },

  async delete(_id, { lambda }, { functionName, qualifier }) {
    await unless(notFound, lambda.deleteFunctionUrlConfig({ FunctionName: functionName, Qualifier: qualifier }));
  },
});

function urlConfig(props: Inputs<FunctionUrlArgs>): sdk.CreateFunctionUrlConfigRequest {
  return {
    FunctionName: props.functionName,
    Qualifier: props.qualifier,
    AuthType: props.authorizationType as sdk.FunctionUrlAuthType,
    Cors: toAws(props.cors),
    InvokeMode: props.invokeMode as sdk.InvokeMode,
  };
}
