import * as pulumi from "@pulumi/pulumi";
import { type Statement } from "../core/permissions";
import { executionsArn } from "./calls";
import { type BranchArgs, type StateArgs } from "./args";
import { asCallee } from "../function/target";

/** The rights that a definition needs: exactly the calls of its states. */
export function definitionStatements(branch: BranchArgs): Statement[] {
  const functions = new Set<pulumi.Output<string>>();
  const others: Statement[] = [];
  for (const { invoke, call, map } of allStates(branch)) {
    if (invoke) functions.add(asCallee(invoke.function).invokeTargetArn);
    if (call) others.push(...call.statements);
    if (map?.source) others.push(...sourceStatements(map.source));
  }
  return [...(functions.size > 0 ? [{ Action: "lambda:InvokeFunction", Resource: [...functions] }] : []), ...others];
}

function sourceStatements({
  bucket,
  key,
  prefix = "",
}: NonNullable<NonNullable<StateArgs["map"]>["source"]>): Statement[] {
  if (key !== undefined) return [{ Action: "s3:GetObject", Resource: pulumi.interpolate`${bucket.arn}/${key}` }];
  return [
    {
      Action: "s3:ListBucket",
      Resource: bucket.arn,
      ...(prefix && { Condition: { StringLike: { "s3:prefix": `${prefix}*` } } }),
    },
  ];
}

/** A distributed Map starts its own workflow for each item, and controls these executions. */
export function ownExecutions(branch: BranchArgs, arn: pulumi.Output<string>): Statement[] {
  if (![...allStates(branch)].some(({ map }) => map?.distributed)) return [];
  return [
    { Action: "states:StartExecution", Resource: arn },
    { Action: ["states:DescribeExecution", "states:StopExecution"], Resource: executionsArn(arn) },
  ];
}

function* allStates({ states }: BranchArgs): Generator<StateArgs> {
  for (const state of Object.values(states)) {
    yield state;
    if (state.map) yield* allStates(state.map);
    for (const branch of state.parallel ?? []) yield* allStates(branch);
  }
}
