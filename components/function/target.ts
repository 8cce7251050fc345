import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** A function as the components that call it see it. A function of these components has all of it. */
export interface Callee {
  /** Logical name. */
  readonly name: string;
  readonly functionName: pulumi.Output<string>;
  readonly invokeTargetArn: pulumi.Output<string>;
  readonly alias?: { readonly name: pulumi.Output<string>; readonly invokeArn: pulumi.Output<string> };
  readonly resource: { readonly invokeArn: pulumi.Output<string> };
  readonly role: { readonly name: pulumi.Output<string>; readonly arn: pulumi.Output<string> };
  /** Timeout in seconds; undefined if only AWS knows it. */
  readonly timeoutSeconds?: pulumi.Input<number>;
  readonly reservedConcurrency?: pulumi.Input<number>;
}

/**
 * A function of these components, or an `aws.lambda.Function`, including an existing one (`aws.lambda.Function.get`).
 */
export type FunctionTarget = Callee | aws.lambda.Function;

const callees = new WeakMap<aws.lambda.Function, Callee>();

/** The properties of a function of either kind; the same object for the same function. */
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

/** The name given to the constructor, which the SDK keeps. */
const logicalName = (resource: pulumi.Resource): string => (resource as { __name?: string }).__name ?? "function";
