import type * as sdk from "@aws-sdk/client-lambda";
import type * as pulumiAws from "@pulumi/aws/lambda/functionEventInvokeConfig";
import { unless } from "../../frame/errors";
import { optional } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { retryWhile } from "../../frame/retry";
import { toAws } from "../../frame/shapes";
import { notFound } from "./ids";

type Args = pulumiAws.FunctionEventInvokeConfigArgs;

/** How Lambda handles asynchronous calls: by default with two retries within six hours. */
export const FunctionEventInvokeConfig = resourceType<Args, pulumiAws.FunctionEventInvokeConfig>({
  token: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  identity: ["functionName", "qualifier"],
  properties: {
    ...optional("destinationConfig", "maximumEventAgeInSeconds"),
    functionName: { required: true, replace: true },
    maximumRetryAttempts: { default: 2 },
    qualifier: { replace: true },
  },
  outputs: {},
  fromImportId: (id) => {
    const [functionName, qualifier] = id.startsWith("arn:") ? [id] : id.split(":");
    return { known: { functionName, qualifier } };
  },

  async create(props, { lambda }) {
    await retryWhile(isDestinationDenied, 30, () => lambda.putFunctionEventInvokeConfig(invokeConfig(props)));
    return props.qualifier ? `${props.functionName}:${props.qualifier}` : props.functionName;
  },

  async read(_id, { lambda }, { functionName, qualifier, maximumEventAgeInSeconds }) {
    const call = lambda.getFunctionEventInvokeConfig({ FunctionName: functionName, Qualifier: qualifier });
    const live = await unless(notFound, call);
    if (!live) return undefined;
    const { OnFailure, OnSuccess } = live.DestinationConfig ?? {};
    return {
      functionName,
      qualifier,
      destinationConfig: {
        onFailure: OnFailure?.Destination ? { destination: OnFailure.Destination } : undefined,
        onSuccess: OnSuccess?.Destination ? { destination: OnSuccess.Destination } : undefined,
      },
      // The emulator returns the defaults as if they had been given.
      maximumEventAgeInSeconds:
        live.MaximumEventAgeInSeconds === 21_600 ? maximumEventAgeInSeconds : live.MaximumEventAgeInSeconds,
      maximumRetryAttempts: live.MaximumRetryAttempts,
    };
  },

  async update(_id, props, _old, { lambda }) {
    await retryWhile(isDestinationDenied, 30, () => lambda.putFunctionEventInvokeConfig(invokeConfig(props)));
  },

  async delete(_id, { lambda }, { functionName, qualifier }) {
    const call = lambda.deleteFunctionEventInvokeConfig({ FunctionName: functionName, Qualifier: qualifier });
    await unless(notFound, call);
  },
});

/** It takes a moment until a new right of the role is known everywhere. */
function isDestinationDenied(error: Error): boolean {
  return error.message.includes("does not have permissions to call");
}

function invokeConfig(props: Inputs<Args>): sdk.PutFunctionEventInvokeConfigRequest {
  return {
    FunctionName: props.functionName,
    Qualifier: props.qualifier,
    DestinationConfig: toAws(props.destinationConfig),
    MaximumEventAgeInSeconds: props.maximumEventAgeInSeconds,
    MaximumRetryAttempts: props.maximumRetryAttempts,
  };
}
