import { measured, type TypeRows } from "../../schema";
import { api } from "../pages";
import { together } from "../together";

const zip = { name: "f", role: "arn:aws:iam::111122223333:role/r", s3Bucket: "b", s3Key: "k" };
const whole = { handler: "index.handler", runtime: "nodejs24.x" };
const permission = { function: "f", principal: "*", statementId: "url" };
const alias = (name: string, more: Readonly<Record<string, unknown>>) => ({
  type: "aws:lambda/alias:Alias",
  properties: { name, functionName: "f", functionVersion: "2", ...more },
});

/** Lambda: code in an archive, calls by a URL, warm aliases. */
export const functionsReported: readonly TypeRows[] = [
  {
    type: "aws:lambda/function:Function",
    source: api("lambda", "CreateFunction"),
    rows: (["handler", "runtime"] as const).map((property) =>
      together(
        `code in an archive has a ${property}`,
        {
          if: {
            anyOf: [
              { required: ["imageUri"] },
              { required: ["packageType"], properties: { packageType: { const: "Image" } } },
            ],
          },
          else: { required: [property] },
          // Examples of the AWS provider, and programs that are shortened to one fact, have neither.
          level: "advisory",
        },
        zip,
        whole,
        property === "handler" ? { runtime: whole.runtime } : { handler: whole.handler },
      ),
    ),
  },
  {
    type: "aws:lambda/permission:Permission",
    source: api("lambda", "AddPermission"),
    rows: [
      together(
        "invokedViaFunctionUrl is for a permission to invoke the function",
        {
          when: { invokedViaFunctionUrl: true },
          properties: { action: { enum: ["lambda:InvokeFunction", "lambda:*"], anyCase: true } },
          source: measured,
        },
        { ...permission, invokedViaFunctionUrl: true },
        { action: "lambda:InvokeFunction" },
        { action: "lambda:InvokeFunctionUrl" },
      ),
    ],
  },
  {
    type: "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
    source: api("lambda", "PutProvisionedConcurrencyConfig"),
    rows: [
      together(
        "an alias that shares its requests has no provisioned concurrency",
        {
          join: "aliasOfOneVersion",
          beside: {
            one: alias("one", {}),
            shared: alias("shared", { routingConfig: { additionalVersionWeights: { "1": 0.1 } } }),
          },
          source: measured,
        },
        { functionName: "f", provisionedConcurrentExecutions: 1 },
        { qualifier: "one" },
        { qualifier: "shared" },
      ),
    ],
  },
];
