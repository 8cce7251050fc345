import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { statements, strings } from "../../readings/iam";
import { type Property } from "../../frame/known";
import { limits } from "../../../limits";
import { allowed } from "../../frame/range";
import { type Resource, types } from "../../frame/resource";
import { type Context, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { readAssociations, readBehaviours } from "./behaviours";

const REGION = "us-east-1";
const trusted = ["lambda.amazonaws.com", "edgelambda.amazonaws.com"];

/** A feature that Lambda@Edge does not support, and when a function uses it. */
const lacking: readonly (readonly [what: string, path: readonly string[], allowed?: readonly unknown[]])[] = [
  ["environment variables", ["environment", "variables"]],
  ["a network", ["vpcConfig", "subnetIds"]],
  ["layers", ["layers"]],
  ["a container image", ["packageType"], ["Zip"]],
  ["arm64", ["architectures", "0"], ["x86_64"]],
  ["a dead letter queue", ["deadLetterConfig", "targetArn"]],
  ["tracing", ["tracingConfig", "mode"], ["PassThrough"]],
  ["a key of its own", ["kmsKeyArn"]],
  ["more than 512 MB of /tmp", ["ephemeralStorage", "size"], [512]],
];

const at = (fn: Resource, path: readonly string[]): Property =>
  fn.get(...path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)));

/** Everything that is wrong with a function at the edge, and what is not known yet. */
function faults(stack: Graph, fn: Resource, context: Context): { said: string[]; open: string[] } {
  const said: string[] = [];
  const open: string[] = [];
  const region = fn.regionReading;
  if (region.state === "known" && region.value !== REGION) said.push(`it is in ${region.value}, not in ${REGION}`);
  if (region.state !== "known") open.push("region");
  for (const [what, path, right] of lacking) {
    const property = at(fn, path);
    const value = property.any();
    const isEmpty = [property.list(), property.entries()].some(
      (each) => each.state === "known" && each.value.length === 0,
    );
    if (value.state === "unknown" && !fn.leavesToAws(property)) open.push(path.join("."));
    if (value.state === "known" && !isEmpty && value.value !== "" && !right?.includes(value.value))
      said.push(`it has ${what}`);
  }
  const runtime = fn.get("runtime").text();
  if (runtime.state === "known" && !/^(nodejs|python)/.test(runtime.value))
    said.push(`its runtime is ${runtime.value}`);
  for (const [property, record] of [
    ["timeout", limits.cloudfront.edgeTimeout],
    ["memorySize", limits.cloudfront.edgeMemory],
  ] as const) {
    const number = fn.get(property).number();
    const limit = context.limit(record);
    if (number.state === "unknown") open.push(property);
    if (number.state === "known" && number.value > (limit.max ?? Infinity)) {
      said.push(`${property} is ${number.value}; AWS allows ${allowed(limit)}`);
    }
  }
  if (stack.pointingAt(fn, types.provisionedConcurrency, "functionName").linked.length > 0) {
    said.push("it has provisioned concurrency");
  }
  trust(stack, fn, said, open);
  return { said, open };
}

function trust(stack: Graph, fn: Resource, said: string[], open: string[]): void {
  const role = stack.refer(fn, fn.get("role"), types.role);
  if (role.state !== "resolved") return; // a role of another stack
  const document = role.to[0] && statements(role.to[0].get("assumeRolePolicy"));
  if (document?.state !== "known") {
    open.push("assumeRolePolicy");
    return;
  }
  const services = document.value
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ principal }) => strings(principal.at("Service"))?.known ?? []);
  const missing = trusted.filter((service) => !services.includes(service));
  if (missing.length > 0) said.push(`its role does not trust ${missing.join(" and ")}`);
}

function check(stack: Graph, distribution: Resource, context: Context): Verdict {
  const associations = readBehaviours(distribution).all.flatMap(
    (behaviour) => readAssociations(behaviour, "lambdaFunctionAssociations").all,
  );
  const numbered = associations.flatMap((association): Verdict => {
    const arn = association.at("lambdaArn").text();
    return arn.state === "known" && !/:function:[^:]+:\d+$/.test(arn.value)
      ? violated(distribution, `${association.name}.lambdaArn names no numbered version, which CloudFront asks for`)
      : holds;
  });
  const functions = new Set(
    associations.flatMap((association) => {
      const reference = stack.functions(distribution, association.at("lambdaArn"));
      return reference.state === "resolved" ? reference.to : [];
    }),
  );
  const shapes = [...functions].flatMap((fn): Verdict => {
    const { said, open } = faults(stack, fn, context);
    if (said.length > 0) return violated(fn, `Lambda@Edge refuses it: ${said.join("; ")}`);
    return open.length > 0 ? notEvaluated(fn, open.join(", ")) : holds;
  });
  return [...numbered, ...shapes];
}

export const cloudfrontEdgeLambda: StackRule = {
  scope: "stack",
  id: "cloudfront-edge-lambda",
  title: "A Lambda@Edge function is a numbered version in us-east-1 with only the features that Lambda@Edge supports",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Make the function in us-east-1, publish a version, let both services assume its role, and remove what the message names.",
  page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html",
  limit: limits.cloudfront.edgeTimeout,
  check: (stack, context) =>
    stack.ofType(types.distribution).flatMap((distribution) => check(stack, distribution, context)),
};
