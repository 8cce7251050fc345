import type * as sdk from "@aws-sdk/client-lambda";
import type { Alias as AliasResource, AliasArgs } from "@pulumi/aws/lambda/alias";
import type {
  FunctionEventInvokeConfig as InvokeConfigResource,
  FunctionEventInvokeConfigArgs,
} from "@pulumi/aws/lambda/functionEventInvokeConfig";
import type {
  FunctionRecursionConfig as RecursionResource,
  FunctionRecursionConfigArgs,
} from "@pulumi/aws/lambda/functionRecursionConfig";
import type { FunctionUrl as UrlResource, FunctionUrlArgs } from "@pulumi/aws/lambda/functionUrl";
import type { Permission as PermissionResource, PermissionArgs } from "@pulumi/aws/lambda/permission";
import type {
  ProvisionedConcurrencyConfig as ProvisionedResource,
  ProvisionedConcurrencyConfigArgs,
} from "@pulumi/aws/lambda/provisionedConcurrencyConfig";
import { unless } from "../errors";
import { type Inputs, resourceType } from "../resourceType";
import { retryWhile, until } from "../retry";
import { fromAws, toAws } from "../shapes";

const notFound = ["ResourceNotFoundException"];

/** The two halves of an id that is `left<separator>right`; the right one is absent where there is no separator. */
function halves(id: string, separator: string): [left: string, right: string | undefined] {
  const at = id.lastIndexOf(separator);
  return at < 0 ? [id, undefined] : [id.slice(0, at), id.slice(at + separator.length)];
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html */
export const Alias = resourceType<AliasArgs, AliasResource>({
  token: "aws:lambda/alias:Alias",
  name: { property: "name", maxLength: 128, pattern: /^[\w-]+$/, allowed: "letters, digits, hyphens and underscores" },
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
    const { AliasArn } = await lambda.createAlias({ FunctionName: props.functionName, ...aliasOf(props) });
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
    await lambda.updateAlias({ FunctionName: props.functionName, ...aliasOf(props) });
  },

  async delete(_id, { lambda }, { functionName, name }) {
    await unless(notFound, lambda.deleteAlias({ FunctionName: functionName, Name: name }));
  },
});

function aliasOf(props: Inputs<AliasArgs>) {
  return {
    Name: props.name,
    FunctionVersion: props.functionVersion,
    Description: props.description ?? "",
    RoutingConfig: { AdditionalVersionWeights: props.routingConfig?.additionalVersionWeights ?? {} },
  };
}

interface Statement {
  Sid?: string;
  Action?: string;
  Principal?: string | { Service?: string; AWS?: string };
  Condition?: Record<string, Record<string, string> | undefined>;
}

/** One statement of a function's resource policy. */
export const Permission = resourceType<PermissionArgs, PermissionResource>({
  token: "aws:lambda/permission:Permission",
  name: {
    property: "statementId",
    prefixProperty: "statementIdPrefix",
    maxLength: 100,
    pattern: /^[\w-]+$/,
    allowed: "letters, digits, hyphens and underscores",
  },
  identity: ["function", "qualifier", "statementId"],
  properties: {
    action: { required: true },
    eventSourceToken: {},
    function: { required: true },
    functionUrlAuthType: {},
    invokedViaFunctionUrl: {},
    principal: { required: true },
    principalOrgId: {},
    qualifier: {},
    sourceAccount: {},
    sourceArn: {},
    statementId: {},
    statementIdPrefix: {},
  },
  outputs: {},
  fromImportId: (id) => {
    const [target, statementId = ""] = halves(id, "/");
    const [functionName, qualifier] = target.startsWith("arn:") ? [target] : target.split(":");
    return { id: statementId, known: { function: functionName, qualifier, statementId } };
  },

  async create(props, { lambda }) {
    await lambda.addPermission({
      Action: props.action,
      EventSourceToken: props.eventSourceToken,
      FunctionName: props.function,
      FunctionUrlAuthType: props.functionUrlAuthType as sdk.FunctionUrlAuthType,
      InvokedViaFunctionUrl: props.invokedViaFunctionUrl,
      Principal: props.principal,
      PrincipalOrgID: props.principalOrgId,
      Qualifier: props.qualifier,
      SourceAccount: props.sourceAccount,
      SourceArn: props.sourceArn,
      StatementId: props.statementId,
    });
    return props.statementId!;
  },

  async read(statementId, { lambda }, known) {
    const call = lambda.getPolicy({ FunctionName: known.function, Qualifier: known.qualifier });
    const { Policy = "{}" } = (await unless(notFound, call)) ?? {};
    const { Statement: statements = [] } = JSON.parse(Policy) as { Statement?: Statement[] };
    const statement = statements.find(({ Sid }) => Sid === statementId);
    if (!statement) return undefined;
    const { Principal: principal } = statement;
    const condition = (key: string) =>
      Object.values(statement.Condition ?? {}).find((keys) => keys && key in keys)?.[key];
    return {
      action: statement.Action,
      eventSourceToken: condition("lambda:EventSourceToken"),
      function: known.function,
      functionUrlAuthType: condition("lambda:FunctionUrlAuthType"),
      principal: typeof principal === "object" ? (principal.Service ?? principal.AWS) : principal,
      principalOrgId: condition("aws:PrincipalOrgID"),
      qualifier: known.qualifier,
      sourceAccount: condition("AWS:SourceAccount") ?? condition("aws:SourceAccount"),
      sourceArn: condition("AWS:SourceArn") ?? condition("aws:SourceArn"),
      statementId,
    };
  },

  async delete(statementId, { lambda }, known) {
    const { function: FunctionName, qualifier: Qualifier } = known;
    await unless(notFound, lambda.removePermission({ FunctionName, Qualifier, StatementId: statementId }));
  },
});

/** How Lambda treats asynchronous calls: two retries and six hours, where the program says nothing. */
export const FunctionEventInvokeConfig = resourceType<FunctionEventInvokeConfigArgs, InvokeConfigResource>({
  token: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  identity: ["functionName", "qualifier"],
  properties: {
    destinationConfig: {},
    functionName: { required: true, replace: true },
    maximumEventAgeInSeconds: {},
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
      // The emulator tells the default as if it had been given.
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

/** A right that was just given to the role is not known everywhere at once. */
function isDestinationDenied(error: Error): boolean {
  return error.message.includes("does not have permissions to call");
}

function invokeConfig(props: Inputs<FunctionEventInvokeConfigArgs>): sdk.PutFunctionEventInvokeConfigRequest {
  return {
    FunctionName: props.functionName,
    Qualifier: props.qualifier,
    DestinationConfig: toAws(props.destinationConfig),
    MaximumEventAgeInSeconds: props.maximumEventAgeInSeconds,
    MaximumRetryAttempts: props.maximumRetryAttempts,
  };
}

export const ProvisionedConcurrencyConfig = resourceType<ProvisionedConcurrencyConfigArgs, ProvisionedResource>({
  token: "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
  identity: ["functionName", "qualifier"],
  properties: {
    functionName: { required: true, replace: true },
    provisionedConcurrentExecutions: { required: true, idle: "no environment is kept ready" },
    qualifier: { required: true, replace: true },
    skipDestroy: { default: false },
  },
  outputs: {},
  fromImportId: (id) => {
    const [functionName, qualifier] = halves(id, ",");
    return { known: { functionName, qualifier } };
  },

  async create(props, { lambda }) {
    await lambda.putProvisionedConcurrencyConfig(provisioned(props));
    return `${props.functionName},${props.qualifier}`;
  },

  async complete(_id, props, { lambda }) {
    const { FunctionName, Qualifier } = provisioned(props);
    await until(`provisioned concurrency of ${FunctionName}`, 120, async () => {
      const live = await lambda.getProvisionedConcurrencyConfig({ FunctionName, Qualifier });
      if (live.Status === "FAILED") throw new Error(`provisioned concurrency failed: ${live.StatusReason}`);
      return live.Status === "READY" ? true : undefined;
    });
  },

  async read(_id, { lambda }, { functionName, qualifier }) {
    const live = await unless(
      [...notFound, "ProvisionedConcurrencyConfigNotFoundException"],
      lambda.getProvisionedConcurrencyConfig({ FunctionName: functionName, Qualifier: qualifier }),
    );
    if (!live) return undefined;
    const provisionedConcurrentExecutions = live.RequestedProvisionedConcurrentExecutions;
    return { functionName, qualifier, provisionedConcurrentExecutions };
  },

  async update(_id, props, _old, { lambda }) {
    await lambda.putProvisionedConcurrencyConfig(provisioned(props));
  },

  async delete(_id, { lambda }, { functionName, qualifier }) {
    const call = lambda.deleteProvisionedConcurrencyConfig({ FunctionName: functionName, Qualifier: qualifier });
    await unless(notFound, call);
  },
});

function provisioned(props: Inputs<ProvisionedConcurrencyConfigArgs>) {
  return {
    FunctionName: props.functionName,
    Qualifier: props.qualifier,
    ProvisionedConcurrentExecutions: props.provisionedConcurrentExecutions,
  };
}

/** A function always has a recursion setting: without this resource it is `Terminate`. */
export const FunctionRecursionConfig = resourceType<FunctionRecursionConfigArgs, RecursionResource>({
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
