import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { requiredRule } from "../../setting";

export const cloudfrontLogging = requiredRule({
  id: "cloudfront-logging",
  title: "A distribution logs its requests",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("CloudFront.5", "CloudFront distributions should have logging enabled"),
    wellArchitected("SEC04-BP01"),
  ],
  fix: "Set loggingConfig.bucket, or deliver logs by CloudWatch (then exempt this rule).",
  page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html",
  type: types.distribution,
  property: ["loggingConfig", "bucket"],
  because: "nothing tells who asked for what",
});
