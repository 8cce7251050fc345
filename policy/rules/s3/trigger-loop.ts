import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { allows, type Answer, either, type Statement, type Strings } from "../../readings/iam";
import { type Grant, readPermissions, readable } from "../../readings/permissions";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { findBucket, type Trigger, readTriggers } from "./triggers";

/** The actions by which a function would raise its own trigger again. */
const causes: readonly (readonly [event: RegExp, actions: readonly string[]])[] = [
  [/^s3:(ObjectCreated:|\*)/, ["s3:PutObject", "s3:ReplicateObject"]],
  [/^s3:(ObjectRemoved:|\*)/, ["s3:DeleteObject", "s3:DeleteObjectVersion"]],
  [/^s3:(ObjectTagging:|\*)/, ["s3:PutObjectTagging", "s3:DeleteObjectTagging"]],
  [/^s3:(ObjectAcl:|\*)/, ["s3:PutObjectAcl"]],
  [/^s3:(ObjectRestore:|\*)/, ["s3:RestoreObject"]],
];

/** Policies of AWS's own that let a role write to every bucket. */
const writesEverywhere = /^arn:[^:]*:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|AmazonS3FullAccess)$/;

/** Stands for the name of a bucket that AWS has yet to choose: only a wildcard can match it. */
const nameless = "\u0000";

/** The objects that a trigger reacts to, as an ARN pattern. */
function target(bucket: Resource, trigger: Trigger): string {
  const name = bucket.get("bucket").text();
  const prefix = trigger.prefix.state === "known" ? trigger.prefix.value : "*";
  const suffix = trigger.suffix.state === "known" ? trigger.suffix.value : "*";
  return `arn:aws:s3:::${name.state === "known" ? name.value : nameless}/${prefix}*${suffix}`;
}

/** A stack lives in one of AWS's partitions, so the partition in an ARN decides nothing. */
function anyPartition(patterns: Strings | undefined): Strings | undefined {
  return (
    patterns && { ...patterns, known: patterns.known.map((pattern) => pattern.replace(/^arn:[^:]*:/, "arn:aws:")) }
  );
}

/** Fills in resources that are not known yet, where the buckets that the document was made from leave no choice. */
function filledIn(stack: Graph, [read, grant]: readonly [Statement, Grant], bucket: Resource, arn: string): Statement {
  const statement = {
    ...read,
    resources: anyPartition(read.resources),
    notResources: anyPartition(read.notResources),
  };
  if (!statement.resources?.unknown) return statement;
  const made = stack.sources(grant.owner, grant.document, types.bucket);
  if (!made.includes(bucket)) return { ...statement, resources: { ...statement.resources, unknown: false } };
  if (made.length > 1) return statement;
  return { ...statement, resources: { known: [...statement.resources.known, arn], unknown: false } };
}

/** Whether the function's role lets it raise the event that triggers it. */
function feeds(stack: Graph, fn: Resource, bucket: Resource, trigger: Trigger): Answer {
  const role = stack.refer(fn, fn.get("role"), types.role);
  if (role.state !== "resolved") return role.state === "absent" ? "no" : "unknown";
  const actions = causes.flatMap(([event, each]) =>
    trigger.events.known.some((name) => event.test(name)) ? each : [],
  );
  const arn = target(bucket, trigger);
  const filters = trigger.prefix.state === "known" && trigger.suffix.state === "known" && !trigger.events.unknown;
  const answers = role.to.map((each): Answer => {
    const { grants, managed, open } = readPermissions(stack, each);
    if (managed.some((name) => writesEverywhere.test(name))) return "yes";
    const { all, open: unread } = readable(grants);
    const statements = all.map((one) => filledIn(stack, one, bucket, arn));
    const answer = either(actions.map((action) => allows(statements, action, arn)));
    return answer === "no" && (open || unread || trigger.events.unknown) ? "unknown" : answer;
  });
  const answer = either(answers);
  return answer === "yes" && !filters ? "unknown" : answer;
}

function check(stack: Graph, notification: Resource): Verdict {
  const bucket = findBucket(stack, notification);
  const triggers = readTriggers(notification);
  if (bucket.state === "unresolved") return notEvaluated(notification, "bucket");
  if (bucket.state !== "resolved") return holds;
  if (!triggers) return notEvaluated(notification, "triggers");
  return triggers.flatMap((trigger) => {
    if (!trigger.name.startsWith("lambdaFunctions")) return holds;
    const functions = stack.functions(notification, trigger.target);
    if (functions.state !== "resolved") return notEvaluated(notification, trigger.name);
    return functions.to.flatMap((fn) =>
      bucket.to.flatMap((source) => {
        const answer = feeds(stack, fn, source, trigger);
        if (answer === "no") return holds;
        if (answer === "unknown") return notEvaluated(fn, `what its role may do to ${source.label}`);
        return violated(fn, `its role may write to ${source.label}, which triggers it: each run would start the next`);
      }),
    );
  });
}

export const s3TriggerLoop: StackRule = {
  scope: "stack",
  id: "s3-trigger-loop",
  title: "No function can write to the bucket that triggers it",
  severity: "critical",
  level: "advisory",
  controls: [wellArchitected("REL05-BP04"), wellArchitected("SEC03-BP02")],
  fix: "Write to another bucket, or under a prefix that the trigger leaves out, and narrow the role to that.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html",
  check: each(types.bucketNotification, check),
};
