import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { withDefaults } from "../core/defaults";
import { type CapacityArgs, capacityDefaults } from "./args";
import { type Tags } from "../core/tags";

/** A table or an index in one Region. */
interface Scaled {
  /** table/NAME or table/NAME/index/INDEX */
  resourceId: pulumi.Input<string>;
  kind: "table" | "index";
  /** Default: the provider's. */
  region?: string;
  tags?: Tags;
}

/**
 * Autoscaling of the dimensions with a maximum: capacity follows use, up within minutes and down as often as DynamoDB
 * allows.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html
 */
export function scaleCapacity(
  name: string,
  args: CapacityArgs,
  { resourceId, kind, region, tags }: Scaled,
  opts: pulumi.CustomResourceOptions,
): void {
  const { read, write, maxRead, maxWrite, targetUtilization } = withDefaults(capacityDefaults, args);
  for (const [dimension, min, max] of [
    ["Read", read, maxRead],
    ["Write", write, maxWrite],
  ] as const) {
    if (max === undefined) continue;
    const suffix = dimension.toLowerCase();
    const target = new aws.appautoscaling.Target(
      `${name}-${suffix}`,
      {
        serviceNamespace: "dynamodb",
        scalableDimension: `dynamodb:${kind}:${dimension}CapacityUnits`,
        resourceId,
        minCapacity: min,
        maxCapacity: max,
        region,
        tags,
      },
      opts,
    );
    new aws.appautoscaling.Policy(
      `${name}-${suffix}`,
      {
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        scalableDimension: target.scalableDimension,
        resourceId: target.resourceId,
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: { predefinedMetricType: `DynamoDB${dimension}CapacityUtilization` },
          targetValue: targetUtilization,
        },
        region,
      },
      opts,
    );
  }
}
