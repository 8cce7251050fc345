import { type Resource } from "../frame/resource";
import { type Findings } from "./fault";
import { type Join, refuse, text } from "./join";

/** The ARN of the queue that takes the dead letters of a queue or a subscription. */
function findTarget(resource: Resource, found: Findings): string | undefined {
  const policy = text(resource, "redrivePolicy", found);
  return /"deadLetterTargetArn"\s*:\s*"(arn:[^"]+)"/.exec(policy ?? "")?.[1];
}

/** A queue and its dead letters lie in one Region. */
export const deadLetterQueue: Join = (queue, found) => {
  const target = findTarget(queue, found);
  const [, , , region] = target?.split(":") ?? [];
  const own = queue.regionReading;
  if (target === undefined || !region || own.state !== "known" || own.value === region) return;
  const takes = `a queue of ${own.value}`;
  refuse(found, { path: "redrivePolicy (deadLetterTargetArn)", is: `is ${target}`, takes, fix: `Name ${takes}.` });
};

/** A queue and one of another program that takes its dead letters are both FIFO, or neither. */
export const deadLetterKind: Join = (queue, found, stack) => {
  const target = findTarget(queue, found);
  const isFifo = queue.get("fifoQueue").flag();
  if (target === undefined || isFifo.state === "unknown" || stack?.find(queue, target, queue.type).length) return;
  const own = isFifo.state === "known" && isFifo.value;
  if (own === target.endsWith(".fifo")) return;
  const takes = `a ${own ? "FIFO" : "standard"} queue, as the queue itself is`;
  refuse(found, { path: "redrivePolicy (deadLetterTargetArn)", is: `is ${target}`, takes, fix: `Name ${takes}.` });
};

/** The queues whose dead letters a queue takes lie in its own Region. */
export const sourceQueues: Join = (queue, found) => {
  const own = queue.regionReading;
  if (own.state !== "known") return;
  const named = text(queue, "redriveAllowPolicy", found)?.match(/arn:[^"\s]+/g) ?? [];
  const odd = named.find((arn) => (arn.split(":")[3] ?? own.value) !== own.value);
  if (odd === undefined) return;
  const path = "redriveAllowPolicy (sourceQueueArns)";
  refuse(found, { path, is: `has ${odd}`, takes: `queues of ${own.value}`, fix: `Name queues of ${own.value}.` });
};
