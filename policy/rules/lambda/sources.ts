import { type Graph } from "../../frame/graph";
import { type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, violated } from "../../frame/rule";

/** What an event source mapping reads. */
export interface Source {
  readonly kind: "queue" | "FIFO queue" | "stream" | "other";
  /** The queue, where it is of this stack. */
  readonly queue?: Resource;
}

/** The source by its link, or by the service in its ARN; unknown where neither is known. */
export function findSource(stack: Graph, mapping: Resource): Reading<Source> {
  const property = mapping.get("eventSourceArn");
  const queues = stack.refer(mapping, property, types.queue);
  const [queue] = queues.state === "resolved" ? queues.to : [];
  if (queue) return ofQueue(queue);
  for (const type of [types.table, types.stream]) {
    if (stack.refer(mapping, property, type).state === "resolved") return { state: "known", value: { kind: "stream" } };
  }
  const arn = property.text();
  if (arn.state === "absent") return { state: "known", value: { kind: "other" } }; // a broker of its own
  if (arn.state !== "known") return arn;
  const service = arn.value.split(":")[2] ?? "";
  if (service === "sqs")
    return { state: "known", value: { kind: arn.value.endsWith(".fifo") ? "FIFO queue" : "queue" } };
  return { state: "known", value: { kind: ["kinesis", "dynamodb"].includes(service) ? "stream" : "other" } };
}

function ofQueue(queue: Resource): Reading<Source> {
  const fifo = queue.get("fifoQueue").flag();
  if (fifo.state === "unknown") return fifo;
  return { state: "known", value: { kind: fifo.state === "known" && fifo.value ? "FIFO queue" : "queue", queue } };
}

/** The check of a setting that the mapping of a stream has to have. */
export const streamHas = (setting: readonly string[], without: string) =>
  each(types.eventSourceMapping, (stack, mapping) => {
    if (mapping.get(...setting).any().state !== "absent") return holds;
    const source = findSource(stack, mapping);
    if (source.state === "unknown") return notEvaluated(mapping, "eventSourceArn");
    return source.state === "known" && source.value.kind === "stream" ? violated(mapping, without) : holds;
  });
