import { measured, type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { sameRegion, together } from "../../together";
import { functionArn } from "../shared";
import { isolation, tenants } from "./shared";

const ofPermission: TypeRows = {
  type: "aws:lambda/permission:Permission",
  source: api("lambda", "AddPermission"),
  rows: [
    sameRegion("function", "a permission is made in the Region of its function", functionArn),
    {
      at: "function",
      fact: "it does not name $LATEST",
      not: { pattern: ":\\$LATEST$" },
      good: "f",
      bad: "f:$LATEST",
    },
    {
      at: "qualifier",
      fact: "it is not $LATEST",
      not: { const: "$LATEST" },
      good: "live",
      bad: "$LATEST",
    },
    together(
      "a sourceArn narrows services: one who calls by an ARN of IAM has none",
      { when: { principal: { pattern: "^arn:[^:]*:iam:" } }, excluded: ["sourceArn"], level: "advisory" },
      { function: "f", action: "lambda:InvokeFunction", principal: "arn:aws:iam::111122223333:role/r" },
      {},
      { sourceArn: "arn:aws:s3:::b" },
    ),
  ],
};

const ofUrl: TypeRows = {
  type: "aws:lambda/functionUrl:FunctionUrl",
  source: api("lambda", "CreateFunctionUrlConfig"),
  rows: [
    ...(["allowMethods", "allowOrigins", "allowHeaders"] as const).slice(0, 2).map((list) => ({
      at: `cors.${list}`,
      fact: `${list} has * alone, or others without it`,
      if: { contains: { const: "*" } },
      then: { maxItems: 1 },
      source: api("lambda", "Cors"),
      good: ["*"],
      bad: list === "allowMethods" ? ["*", "GET"] : ["*", "https://a.example.com"],
    })),
    {
      at: "functionName",
      fact: "it is a name of 64 characters at most, or an ARN",
      pattern: "^(arn:|\\d{12}:function:)|^[a-zA-Z0-9_-]{1,64}$",
      good: "orders",
      bad: "o".repeat(65),
    },
    together(
      "an alias stands in functionName or in qualifier, not in both",
      { when: { functionName: { pattern: ":function:[^:]+:[^:]+$" } }, excluded: ["qualifier"] },
      { authorizationType: "AWS_IAM", qualifier: "live" },
      { functionName: functionArn },
      { functionName: `${functionArn}:live` },
    ),
    {
      at: "functionName",
      fact: "a function whose tenants are apart has no URL",
      refersTo: { type: "aws:lambda/function:Function", fits: { excluded: ["tenancyConfig"] } },
      source: isolation,
      good: "other",
      bad: "f",
      beside: { f: { type: "aws:lambda/function:Function", properties: { name: "f", ...tenants } } },
      links: { functionName: "f" },
    },
  ],
};

/** What invokes a function, and how it runs then: permissions, URLs, aliases, concurrency. */
export const invocationRows: readonly TypeRows[] = [
  ofPermission,
  ofUrl,
  {
    type: "aws:lambda/alias:Alias",
    source: api("lambda", "CreateAlias"),
    rows: [
      together(
        "the further version of an alias is another than its own",
        { join: "aliasVersions" },
        { functionName: "f", name: "live", functionVersion: "1" },
        { routingConfig: { additionalVersionWeights: { "2": 0.1 } } },
        { routingConfig: { additionalVersionWeights: { "1": 0.1 } } },
      ),
    ],
  },
  {
    type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
    source: api("lambda", "PutFunctionEventInvokeConfig"),
    rows: (["onSuccess", "onFailure"] as const).map((kind) =>
      sameRegion(
        `destinationConfig.${kind}.destination`,
        "a destination is in the function's own Region",
        "arn:aws:sqs:eu-west-1:111122223333:done",
      ),
    ),
  },
  {
    type: "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
    source: api("lambda", "PutProvisionedConcurrencyConfig"),
    rows: [
      {
        at: "functionName",
        fact: "a function whose tenants are apart has no provisioned concurrency",
        refersTo: { type: "aws:lambda/function:Function", fits: { excluded: ["tenancyConfig"] } },
        source: isolation,
        good: "other",
        bad: "f",
        beside: { f: { type: "aws:lambda/function:Function", properties: { name: "f", ...tenants } } },
        links: { functionName: "f" },
      },
    ],
  },
  {
    type: "aws:lambda/runtimeManagementConfig:RuntimeManagementConfig",
    source: api("lambda", "PutRuntimeManagementConfig"),
    rows: [
      sameRegion(
        "runtimeVersionArn",
        "the version of the runtime is in the function's own Region",
        `arn:aws:lambda:eu-west-1::runtime:${"0".repeat(64)}`,
      ),
    ],
  },
  {
    type: "aws:lambda/functionScalingConfig:FunctionScalingConfig",
    source: page("lambda/latest/dg/lambda-managed-instances-scaling"),
    rows: [
      {
        at: "functionScalingConfig",
        fact: "no environments at least means none at most",
        when: { minExecutionEnvironments: 0 },
        properties: { maxExecutionEnvironments: { const: 0 } },
        level: "advisory",
        source: measured,
        good: { minExecutionEnvironments: 0, maxExecutionEnvironments: 0 },
        bad: { minExecutionEnvironments: 0, maxExecutionEnvironments: 5 },
      },
      {
        at: "functionScalingConfig",
        fact: "the least number of environments is not above the most",
        ordered: [["minExecutionEnvironments", "<=", "maxExecutionEnvironments"]],
        good: { minExecutionEnvironments: 1, maxExecutionEnvironments: 5 },
        bad: { minExecutionEnvironments: 6, maxExecutionEnvironments: 5 },
      },
    ],
  },
];
