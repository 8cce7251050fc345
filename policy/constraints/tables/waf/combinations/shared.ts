import { type Row } from "../../../schema";
import { page } from "../../pages";

export const guide = (name: string) => page(`waf/latest/developerguide/${name}`);
const arn = (place: string, kind: string) => `arn:aws:wafv2:${place}/${kind}/x/11111111-1111-1111-1111-111111111111`;
export const regional = (kind: string, region = "eu-west-1") => arn(`${region}:111122223333:regional`, kind);
export const global = (kind: string) => arn("us-east-1:111122223333:global", kind);

const unsupported = "\\(\\?(=|!|<=|<!|>|\\(|P?<[A-Za-z]|R|&|\\d|\\||#|C)|[*+?}]\\+|\\\\[1-9KRGXk]|\\(\\*";

export const regex = (at: string): Row => ({
  at,
  fact: "an expression has no lookaround, no backreference, no atomic group, no possessive quantifier and no recursion",
  not: { pattern: unsupported },
  source: guide("waf-regex-pattern-support"),
  good: "^/orders/(?:[0-9]+)$",
  bad: "^(?=.*admin)",
});
