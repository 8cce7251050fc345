import type * as pulumi from "@pulumi/pulumi";

/** Tags by name. */
export type Tags = pulumi.Input<Record<string, pulumi.Input<string>>>;
