import type { Alias as AliasResource, AliasArgs } from "@pulumi/aws/lambda/alias";
import { unless } from "../../frame/errors";
import { wordCharacters } from "../../frame/names";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { fromAws } from "../../frame/shapes";
import { halves, notFound } from "./ids";

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html */
export const Alias = resourceType<AliasArgs, AliasResource>({
  token: "aws:lambda/alias:Alias",
  name: { property: "name", maxLength: 128, ...wordCharacters },
  identity: ["functionName", "name"],
  properties: {
    description: {},
    functionName: { required: true, replace: true },
    functionVersion: { required: true },
    name: { replace: true },
    routingConfig: { idle: "calls go to functionVersion only" },
  },
  outputs: { arn: "stable", invokeArn: "stable" },
  fromImportId: (id) => {
    const [functionName, name] = halves(id, "/");
    return { known: { functionName, name } };
  },

  async create(props, { lambda }) {
    const { AliasArn } = await lambda.createAlias({ FunctionName: props.functionName, ...toAlias(props) });
    return AliasArn!;
  },

  async read(_id, { lambda, partition, region }, { functionName, name }) {
    const live = await unless(notFound, lambda.getAlias({ FunctionName: functionName, Name: name }));
    if (!live) return undefined;
    return {
      id: live.AliasArn,
      functionName,
      name,
      description: live.Description || undefined,
      functionVersion: live.FunctionVersion,
      routingConfig: live.RoutingConfig?.AdditionalVersionWeights && fromAws(live.RoutingConfig),
      arn: live.AliasArn,
      invokeArn: `arn:${partition.name}:apigateway:${region}:lambda:path/2015-03-31/functions/${live.AliasArn}/invocations`,
    };
  },

  async update(_id, props, _old, { lambda }) {
    await lambda.updateAlias({ FunctionName: props.functionName, ...toAlias(props) });
  },

  async delete(_id, { lambda }, { functionName, name }) {
    await unless(notFound, lambda.deleteAlias({ FunctionName: functionName, Name: name }));
  },
});

function toAlias(props: Inputs<AliasArgs>) {
  return {
    Name: props.name,
    FunctionVersion: props.functionVersion,
    Description: props.description ?? "",
    RoutingConfig: { AdditionalVersionWeights: props.routingConfig?.additionalVersionWeights ?? {} },
  };
}
