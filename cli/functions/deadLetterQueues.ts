import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { stateFolder } from "../state/stateFiles";

/** A queue that a resource of the stack sends dead letters to. */
export interface DeadLetterQueue {
  /** Physical name. */
  name: string;
  arn: string;
  /** Physical names of the queues whose messages SQS moves here. */
  sources: string[];
}

/** The parts of a resource in the engine's state that this command reads. */
interface StateResource {
  type: string;
  inputs?: Inputs;
  outputs?: { arn?: string; name?: string };
}

interface Inputs {
  deadLetterConfig?: { targetArn?: string };
  destinationConfig?: { onFailure?: { destination?: string; destinationArn?: string } };
  redrivePolicy?: string;
  target?: { deadLetterConfig?: { arn?: string } };
}

/** The queues of the stack's state that a function, an event source, a schedule or another queue sends dead letters to. */
export function deadLetterQueues(project: string, stack: string): DeadLetterQueue[] {
  const resources = readResources(project, stack);
  const targets = new Set(resources.flatMap(({ inputs = {} }) => findTargets(inputs)));
  return resources
    .filter(({ type, outputs }) => isQueue(type) && outputs?.arn && targets.has(outputs.arn))
    .map(({ outputs }) => {
      const arn = outputs?.arn ?? "";
      const sources = resources.filter(({ type, inputs }) => isQueue(type) && inputs && readRedrive(inputs) === arn);
      return { name: outputs?.name ?? "", arn, sources: sources.map((source) => source.outputs?.name ?? "") };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

const isQueue = (type: string): boolean => type === "aws:sqs/queue:Queue";

/** The queue to which SQS moves messages that readers fail on. */
const readRedrive = ({ redrivePolicy }: Inputs): string | undefined =>
  (JSON.parse(redrivePolicy ?? "{}") as { deadLetterTargetArn?: string }).deadLetterTargetArn;

function findTargets(inputs: Inputs): string[] {
  const { deadLetterConfig, destinationConfig, target } = inputs;
  const { destination, destinationArn } = destinationConfig?.onFailure ?? {};
  const named = [deadLetterConfig?.targetArn, destination, destinationArn, readRedrive(inputs)];
  return [...named, target?.deadLetterConfig?.arn].filter((arn) => arn !== undefined);
}

/** The engine's checkpoint, in the layout of its file backend. */
function readResources(project: string, stack: string): StateResource[] {
  const file = path.join(stateFolder, ".pulumi", "stacks", project, `${stack}.json`);
  if (!existsSync(file)) return [];
  const { checkpoint } = JSON.parse(readFileSync(file, "utf8")) as {
    checkpoint: { latest?: { resources?: StateResource[] } };
  };
  return checkpoint.latest?.resources ?? [];
}
