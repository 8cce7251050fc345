import { type Graph, type Reference } from "../../frame/graph";
import { type Strings, strings } from "../../readings/iam";
import { type Property, type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";

/** One configuration of a bucket notification. */
export interface Trigger {
  readonly notification: Resource;
  /** Position in the program, for example `lambdaFunctions[0]`. */
  readonly name: string;
  readonly target: Property;
  readonly events: Strings;
  readonly prefix: Reading<string>;
  readonly suffix: Reading<string>;
}

const kinds = [
  ["lambdaFunctions", "lambdaFunctionArn"],
  ["queues", "queueArn"],
  ["topics", "topicArn"],
] as const;

/** The configurations of a notification; `undefined` when a list of them is not known. */
export function readTriggers(notification: Resource): readonly Trigger[] | undefined {
  const triggers: Trigger[] = [];
  for (const [kind, arn] of kinds) {
    const list = notification.get(kind).list();
    if (list.state === "unknown") return undefined;
    for (const item of list.state === "known" ? list.value : []) {
      triggers.push({
        notification,
        name: item.name,
        target: item.at(arn),
        events: strings(item.at("events")) ?? { known: [], unknown: false },
        prefix: orEmpty(item.at("filterPrefix").text()),
        suffix: orEmpty(item.at("filterSuffix").text()),
      });
    }
  }
  return triggers;
}

/** The bucket of a notification. */
export function findBucket(stack: Graph, notification: Resource): Reference {
  return stack.refer(notification, notification.get("bucket"), types.bucket);
}

function orEmpty(text: Reading<string>): Reading<string> {
  return text.state === "absent" ? { state: "known", value: "" } : text;
}
