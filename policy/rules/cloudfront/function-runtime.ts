import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const cloudfrontFunctionRuntime = settingRule({
  id: "cloudfront-function-runtime",
  title: "A CloudFront Function runs on the present runtime",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("SEC06-BP01")],
  fix: "Set runtime to cloudfront-js-2.0.",
  page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-features.html",
  type: types.edgeFunction,
  property: ["runtime"],
  takes: ["cloudfront-js-2.0"],
  because: "the first runtime has ES5 and little more, and no key-value store",
});
