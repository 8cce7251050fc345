import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** What a component needs to know of a function that it calls: one of these components has it all. */
export interface Callee {
  /** Logical name. */
  readonly name: string;
  readonly functionName: pulumi.Output<string>;
  readonly invokeTargetArn: pulumi.Output<string>;
  readonly alias?: { readonly name: pulumi.Output<string>; readonly invokeArn: pulumi.Output<string> };
  readonly resource: { readonly invokeArn: pulumi.Output<string> };
  readonly role: { readonly name: pulumi.Output<string>; readonly arn: pulumi.Output<string> };
  /** Seconds that a call may take; left out where only AWS knows it. */
  readonly timeoutSeconds?: pulumi.Input<number>;
  readonly reservedConcurrency?: pulumi.Input<number>;
}

/** A function: of these components, or an `aws.lambda.Function`, also one that is there already (`aws.lambda.Function.get`). */
export type FunctionTarget = Callee | aws.lambda.Function;

const callees = new WeakMap<aws.lambda.Function, Callee>();

/** What is known of a function, however it was made; the same object for the same function. */
export function asCallee(target: FunctionTarget): Callee {
  if (!aws.lambda.Function.isInstance(target)) return target;
  const known = callees.get(target) ?? ofResource(target);
  callees.set(target, known);
  return known;
}

function ofResource(resource: aws.lambda.Function): Callee {
  const { name: functionName, arn, role } = resource;
  return {
    name: logicalName(resource),
    functionName,
    invokeTargetArn: arn,
    resource,
    role: { arn: role, name: role.apply((value) => value.slice(value.lastIndexOf("/") + 1)) },
  };
}

/** As it was given to the constructor: the engine's SDK keeps it. */
const logicalName = (resource: pulumi.Resource): string => (resource as { __name?: string }).__name ?? "function";
