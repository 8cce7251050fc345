import { type Row } from "../../../schema";
import { page } from "../../pages";

export const ses = "arn:aws:ses:eu-west-1:111122223333:identity/a.example.com";
export const pool = { userPoolId: "eu-west-1_a" };

export const sesRegions = (at: string): Row => ({
  at,
  fact: "the identity of SES is in us-east-1, us-west-2 or eu-west-1, or in the pool's own Region",
  anyOf: [{ not: { pattern: "^arn:[^:]*:ses:(?!us-east-1:|us-west-2:|eu-west-1:)" } }, { ownRegion: true }],
  source: page("cognito/latest/developerguide/user-pool-email"),
  good: ses,
  bad: ses.replace("eu-west-1", "ap-northeast-1"),
});
