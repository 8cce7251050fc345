import { type TypeRows } from "../../schema";
import { at } from "../given";
import { page } from "../pages";

const api = (what: string) => page(`codecommit/latest/APIReference/API_${what}`);
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const topic = "arn:aws:sns:eu-west-1:111122223333:t";
const trigger = { name: "a", destinationArn: topic, events: ["all"] };
const many = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);
const branch = "^(?!/|.*(\\.\\.|//|@\\{|/\\.|[ ~^:?*\\[\\\\]))(?!\\.)[^\\x00-\\x1f]+(?<!\\.lock|/|\\.)$";

/** What CodeCommit refuses. */
export const codecommit: readonly TypeRows[] = [
  {
    type: "aws:codecommit/repository:Repository",
    source: api("CreateRepository"),
    rows: [
      at("kmsKeyId", "a key is of the Region of the repository", { ownRegion: true }, key, key.replace("eu-", "us-")),
    ],
  },
  {
    type: "aws:codecommit/trigger:Trigger",
    source: api("RepositoryTrigger"),
    rows: [
      at(
        "triggers",
        "a repository has up to ten triggers",
        { maxItems: 10 },
        [trigger],
        many(11).map((name) => ({ ...trigger, name })),
      ),
      at(
        "triggers",
        "triggers have different names",
        { uniqueKeys: ["name"] },
        [trigger],
        [trigger, { ...trigger, branches: ["b"] }],
      ),
      at("triggers[].branches", "a trigger is of up to ten branches", { maxItems: 10 }, ["b"], many(11)),
      at("triggers[].branches[]", "a branch has a name that Git takes", { pattern: branch }, "a/b", "a..b"),
      at("triggers[].customData", "data have up to 1,000 characters", { maxLength: 1_000 }, "d", "d".repeat(1_001)),
      at(
        "triggers[].destinationArn",
        "a trigger goes to a topic or a function",
        { arnOf: ["sns", "lambda"] },
        topic,
        "arn:aws:sqs:eu-west-1:111122223333:q",
      ),
      at(
        "triggers[].destinationArn",
        "a trigger stays in its Region",
        { ownRegion: true },
        topic,
        topic.replace("eu-", "us-"),
      ),
      at("triggers[].events", "a trigger has an event", { minItems: 1 }, ["all"], []),
      at(
        "triggers[].events",
        "all is beside no other event",
        { if: { contains: { const: "all" } }, then: { maxItems: 1 } },
        ["all"],
        ["all", "createReference"],
      ),
    ],
  },
];
