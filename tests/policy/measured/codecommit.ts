import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const repository = ofType("aws:codecommit/repository:Repository", { repositoryName: "orders" });
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const topic = "arn:aws:sns:eu-west-1:111122223333:t";
const one = { name: "a", destinationArn: topic, events: ["all"] };
const trigger = ofType("aws:codecommit/trigger:Trigger", { repositoryName: "orders" });
const of = (...more: readonly Arguments[]) => ({ triggers: more.map((each) => ({ ...one, ...each })) });

export const codecommit: FactsByName = {
  "codecommit-kms-key-region": repository("a key is near", { kmsKeyId: key.replace("eu-", "us-") }, { kmsKeyId: key }),
  "codecommit-trigger-branch-name-valid": trigger(
    "a branch is one of Git",
    of({ branches: ["a..b"] }),
    of({ branches: ["a/b"] }),
  ),
  "codecommit-trigger-branches-max-10": trigger(
    "ten branches",
    of({ branches: many(11, (index) => `b${index}`) }),
    of({ branches: many(10, (index) => `b${index}`) }),
  ),
  "codecommit-trigger-custom-data-max-1000": trigger(
    "data are short",
    of({ customData: "d".repeat(1001) }),
    of({ customData: "d".repeat(1000) }),
  ),
  "codecommit-trigger-destination-region": trigger(
    "a topic is near",
    of({ destinationArn: topic.replace("eu-", "us-") }),
    of({}),
  ),
  "codecommit-trigger-destination-service": trigger(
    "a topic or a function",
    of({ destinationArn: "arn:aws:sqs:eu-west-1:111122223333:q" }),
    of({}),
  ),
  "codecommit-trigger-events-all-exclusive": trigger(
    "all is all",
    of({ events: ["all", "createReference"] }),
    of({ events: ["createReference"] }),
  ),
  "codecommit-trigger-events-required": trigger("something happens", of({ events: [] }), of({})),
  "codecommit-trigger-name-unique": trigger("triggers differ", of({}, {}), of({}, { name: "b" })),
  "codecommit-triggers-max-10": trigger(
    "ten triggers",
    of(...many(11, (index) => ({ name: `a${index}` }))),
    of(...many(10, (index) => ({ name: `a${index}` }))),
  ),
};
