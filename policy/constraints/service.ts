/** Services whose rule prefix differs from the AWS provider's module, or of which one module has several. */
const ofModules: Readonly<Record<string, string>> = {
  apigatewayv2: "apigateway",
  s3control: "s3",
  sfn: "states",
  wafv2: "waf",
};

const ofCloudWatch: readonly (readonly [RegExp, string])[] = [
  [/^event/, "eventbridge"],
  [/^(log|queryDefinition)/, "logs"],
];

/** The service of a type, the first word of its rules' names: `eventbridge` of `aws:cloudwatch/eventRule:EventRule`. */
export function findService(type: string): string {
  const [, path = ""] = type.split(":");
  const [module = "", name = ""] = path.split("/");
  if (module === "cloudwatch") return ofCloudWatch.find(([pattern]) => pattern.test(name))?.[1] ?? module;
  return ofModules[module] ?? module;
}
