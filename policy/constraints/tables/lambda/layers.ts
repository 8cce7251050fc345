import { type TypeRows } from "../../schema";
import { api } from "../pages";

/** Layers of Lambda. */
export const lambdaLayers: readonly TypeRows[] = [
  {
    type: "aws:lambda/layerVersion:LayerVersion",
    source: api("lambda", "PublishLayerVersion"),
    rows: [
      { at: "compatibleArchitectures[]", enum: ["x86_64", "arm64"], good: "arm64", bad: "amd64" },
      { at: "compatibleArchitectures", maxItems: 2, good: ["arm64"], bad: ["arm64", "x86_64", "arm64"] },
      {
        at: "compatibleRuntimes",
        maxItems: 15,
        good: ["nodejs24.x"],
        bad: Array.from({ length: 16 }, () => "nodejs24.x"),
      },
      { at: "licenseInfo", maxLength: 512, good: "MIT", bad: "a".repeat(513) },
      { at: "description", maxLength: 256, good: "a", bad: "a".repeat(257) },
      {
        at: "layerName",
        fact: "the name of a layer has letters, digits, hyphens and underscores, 140 at most",
        pattern: "^(arn:.+|[a-zA-Z0-9-_]{1,140})$",
        good: "shared",
        bad: "shared.code",
      },
    ],
  },
  {
    type: "aws:lambda/layerVersionPermission:LayerVersionPermission",
    source: api("lambda", "AddLayerVersionPermission"),
    rows: [
      { at: "action", const: "lambda:GetLayerVersion", good: "lambda:GetLayerVersion", bad: "lambda:GetLayer" },
      {
        at: "principal",
        fact: "a principal is an account, the ARN of its root, or *",
        pattern: "^(\\d{12}|\\*|arn:.*:iam::\\d{12}:root)$",
        good: "111122223333",
        bad: "lambda.amazonaws.com",
      },
      {
        at: "",
        fact: "an organizationId goes with the principal *",
        when: { organizationId: { minLength: 1 } },
        properties: { principal: { const: "*" } },
        good: { principal: "*", organizationId: "o-abcdefghij" },
        bad: { principal: "111122223333", organizationId: "o-abcdefghij" },
      },
    ],
  },
];
