import type * as sdk from "@aws-sdk/client-lambda";
import type * as pulumiAws from "@pulumi/aws/lambda/functionRecursionConfig";
import { unless } from "../../frame/errors";
import { resourceType } from "../../frame/resourceType";
import { notFound } from "./ids";

type Args = pulumiAws.FunctionRecursionConfigArgs;

/** A function always has a recursion setting: without this resource it is `Terminate`. */
export const FunctionRecursionConfig = resourceType<Args, pulumiAws.FunctionRecursionConfig>({
  token: "aws:lambda/functionRecursionConfig:FunctionRecursionConfig",
  identity: ["functionName"],
  properties: { functionName: { required: true, replace: true }, recursiveLoop: { required: true } },
  outputs: {},

  async create({ functionName, recursiveLoop }, { lambda }) {
    await lambda.putFunctionRecursionConfig({
      FunctionName: functionName,
      RecursiveLoop: recursiveLoop as sdk.RecursiveLoop,
    });
    return functionName;
  },

  async read(functionName, { lambda }) {
    const live = await unless(notFound, lambda.getFunctionRecursionConfig({ FunctionName: functionName }));
    return live && { functionName, recursiveLoop: live.RecursiveLoop };
  },

  async update(functionName, { recursiveLoop }, _old, { lambda }) {
    await lambda.putFunctionRecursionConfig({
      FunctionName: functionName,
      RecursiveLoop: recursiveLoop as sdk.RecursiveLoop,
    });
  },

  async delete(functionName, { lambda }) {
    const call = lambda.putFunctionRecursionConfig({ FunctionName: functionName, RecursiveLoop: "Terminate" });
    await unless(notFound, call);
  },
});
