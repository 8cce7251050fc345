import { type Join, refuse, text } from "./join";

/** A queue and its dead letters lie in one Region, and both are FIFO or neither. */
export const deadLetterQueue: Join = (queue, found) => {
  const policy = text(queue, "redrivePolicy", found);
  const [, target] = /"deadLetterTargetArn"\s*:\s*"(arn:[^"]+)"/.exec(policy ?? "") ?? [];
  const [, , , region] = target?.split(":") ?? [];
  const own = queue.regionReading;
  if (target === undefined || !region || own.state !== "known" || own.value === region) return;
  const takes = `a queue of ${own.value}`;
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
