import { PolicyPack } from "@pulumi/policy";

import { keepAssets } from "./frame/keepAssets";
import { policies } from "./frame/pack";
import { rules } from "./rules";
import { componentDefaults } from "./rules/componentDefaults";

keepAssets();

new PolicyPack("headroom", {
  displayName: "Headroom",
  description: "AWS's documented serverless limits and must-have rules, proven before deployment",
  provider: "aws",
  tags: ["serverless", "lambda", "limits"],
  policies: policies(rules, componentDefaults),
});
