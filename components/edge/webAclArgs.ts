import type * as pulumi from "@pulumi/pulumi";
import { type Tags } from "../core/tags";

/** What a web ACL protects. */
export const WebAclScope = {
  /** REST APIs, user pools and load balancers of the stack's Region. */
  Regional: "REGIONAL",
  /** CloudFront distributions; it is created in us-east-1, wherever the stack is. */
  CloudFront: "CLOUDFRONT",
} as const;
export type WebAclScope = (typeof WebAclScope)[keyof typeof WebAclScope];

/** Arguments of a {@link WebAcl}. */
export interface WebAclArgs {
  /** Default: REGIONAL. */
  scope?: WebAclScope;
  /** Requests in five minutes above which an address is blocked; 10 or more. Default: 2,000. */
  rateLimit?: number;
  /** AWS's managed rule groups, about 1 USD a month each. Default: AWSManagedRulesCommonRuleSet, AWSManagedRulesKnownBadInputsRuleSet. */
  managedRuleGroups?: string[];
  /** Only count what the rules would block, for a first week. Default: false. */
  countOnly?: boolean;
  /** Days that the log is kept, one of CloudWatch's values. Default: 30. */
  logRetentionDays?: pulumi.Input<number>;
  tags?: Tags;
}

/** Defaults of a web ACL's arguments. */
export const webAclDefaults = {
  scope: WebAclScope.Regional as WebAclScope,
  rateLimit: 2_000,
  managedRuleGroups: ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"],
  countOnly: false,
  logRetentionDays: 30,
};
