import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { limits } from "../../../limits";
import { checkLimit } from "../../frame/range";
import { type Resource, types } from "../../frame/resource";
import { each, notEvaluated, type StackRule, type Verdict } from "../../frame/rule";
import { isGlobal } from "./replica-capacity";

/** The event source mappings and pipes that read a table's stream. */
function readers(stack: Graph, table: Resource) {
  const mappings = stack.pointingAt(table, types.eventSourceMapping, "eventSourceArn");
  const pipes = stack.pointingAt(table, types.pipe, "source");
  return {
    count: mappings.linked.length + pipes.linked.length,
    unresolved: mappings.unresolved || pipes.unresolved,
  };
}

const selectLimit = (stack: Graph, table: Resource) =>
  isGlobal(stack, table) ? limits.dynamodb.globalTableStreamReaders : limits.dynamodb.streamReaders;

function check(stack: Graph, table: Resource): Verdict {
  const { count, unresolved } = readers(stack, table);
  const verdict = checkLimit(
    table,
    "number of readers of its stream",
    { state: "known", value: count },
    selectLimit(stack, table),
  );
  return verdict.length === 0 && unresolved ? notEvaluated(table, "readers of its stream") : verdict;
}

export const dynamodbStreamReaders: StackRule = {
  scope: "stack",
  id: "dynamodb-stream-readers",
  title: "A table's stream has at most 2 readers, that of a global table 1",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Let one function or pipe read the stream and fan out through SNS, EventBridge or a Kinesis stream.",
  page: limits.dynamodb.streamReaders.page,
  limit: limits.dynamodb.streamReaders,
  check: each(types.table, check),
};
