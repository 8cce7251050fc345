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
