import type * as pulumiAws from "@pulumi/aws/wafv2/webAclLoggingConfiguration";
import { declaredOnly } from "../../frame/declaredOnly";

type Args = pulumiAws.WebAclLoggingConfigurationArgs;

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_PutLoggingConfiguration.html */
export const WebAclLoggingConfiguration = declaredOnly<Args, pulumiAws.WebAclLoggingConfiguration>({
  token: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  identity: ["resourceArn"],
  reason: "the emulator judges no request, and logs none",
  properties: {
    logDestinationConfigs: { required: true, unordered: true, replace: true },
    loggingFilter: {},
    redactedFields: { unordered: true },
    resourceArn: { required: true, replace: true },
  },
  outputs: {},
  id: ({ resourceArn }) => resourceArn,
});
