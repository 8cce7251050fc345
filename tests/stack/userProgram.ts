/** A program of a user's own: its files, and what its preview is to show. */
export interface UserProgram {
  files: Record<string, string>;
  /** Arguments of the command besides. */
  args?: string[];
  /** `type name` of resources that are planned. */
  planned: string[];
  /** What its preview assumes. */
  assumed?: RegExp[];
  /** Mandatory rules that it violates, justly. */
  stopped?: string[];
  /** What it must not plan. */
  absent?: RegExp;
}

/** The first lines of most programs. */
export const imports = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
`;

/** Pulumi.dev.yaml of most programs. */
export const stackFile = "config:\n  aws:region: eu-west-1\n";
