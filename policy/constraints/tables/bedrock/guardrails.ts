import { type Row, type TypeRows } from "../../schema";
import { at, needs, says } from "../given";
import { page } from "../pages";

const api = (what: string) => page(`bedrock/latest/APIReference/API_${what}`);
const guide = (what: string) => page(`bedrock/latest/userguide/${what}`);
const profile = "crossRegionConfig.guardrailProfileIdentifier";
const profileArn = (region: string) => `arn:aws:bedrock:${region}:111122223333:guardrail-profile/eu.guardrail.v1:0`;
const filter = (type: string, outputStrength = "HIGH") => ({ type, inputStrength: "HIGH", outputStrength });
const regex = (name: string, pattern: string) => ({ name, pattern, action: "BLOCK" });
const topic = (definition: string, name = "a") => ({ name, definition, type: "DENY" });

/** Two elements of a list whose names, or what else tells them apart, are different. */
const differ = (path: string, key: string, fact: string, page: string, [a, b]: readonly object[], of = {}): Row =>
  at(path, fact, { uniqueKeys: [key], source: api(page), ...of }, [a], [a, b]);

/** What Bedrock refuses of guardrails. */
export const guardrails: readonly TypeRows[] = [
  {
    type: "aws:bedrock/guardrail:Guardrail",
    source: api("CreateGuardrail"),
    rows: [
      says(
        "a guardrail has a policy",
        {
          requiredOr: [
            "contentPolicyConfig",
            "topicPolicyConfig",
            "wordPolicyConfig",
            "sensitiveInformationPolicyConfig",
            "contextualGroundingPolicyConfig",
          ],
        },
        { wordPolicyConfig: { managedWordListsConfigs: [{ type: "PROFANITY" }] } },
        { name: "orders" },
      ),
      differ(
        "contentPolicyConfig.filtersConfigs",
        "type",
        "each kind of content has one filter",
        "GuardrailContentFilterConfig",
        [filter("HATE"), filter("HATE", "LOW")],
      ),
      differ(
        "contextualGroundingPolicyConfig.filtersConfigs",
        "type",
        "each kind of grounding has one filter",
        "GuardrailContextualGroundingFilterConfig",
        [
          { type: "GROUNDING", threshold: 0.5 },
          { type: "GROUNDING", threshold: 0.7 },
        ],
      ),
      differ(
        "wordPolicyConfig.managedWordListsConfigs",
        "type",
        "each list of words is there once",
        "GuardrailManagedWordsConfig",
        [{ type: "PROFANITY" }, { type: "PROFANITY", inputAction: "BLOCK" }],
      ),
      differ(
        "sensitiveInformationPolicyConfig.piiEntitiesConfigs",
        "type",
        "each kind of personal data is there once",
        "GuardrailPiiEntityConfig",
        [
          { type: "EMAIL", action: "BLOCK" },
          { type: "EMAIL", action: "ANONYMIZE" },
        ],
      ),
      differ(
        "sensitiveInformationPolicyConfig.regexesConfigs",
        "name",
        "expressions have different names",
        "GuardrailRegexConfig",
        [regex("a", "a+"), regex("a", "b+")],
      ),
      differ(
        "sensitiveInformationPolicyConfig.regexesConfigs",
        "pattern",
        "expressions are different",
        "GuardrailRegexConfig",
        [regex("a", "a+"), regex("b", "a+")],
      ),
      differ("topicPolicyConfig.topicsConfigs", "name", "topics have different names", "GuardrailTopicConfig", [
        topic("a"),
        topic("b"),
      ]),
      differ(
        "wordPolicyConfig.wordsConfigs",
        "text",
        "words are different, whatever the case of their letters",
        "GuardrailWordConfig",
        [{ text: "a" }, { text: "A" }],
        { anyCase: true },
      ),
      at(
        "sensitiveInformationPolicyConfig.regexesConfigs[].pattern",
        "an expression has 500 characters at most",
        { maxLength: 500, source: api("GuardrailRegexConfig") },
        "a".repeat(500),
        "a".repeat(501),
      ),
      at(
        "wordPolicyConfig.wordsConfigs[].text",
        "a word has 100 characters at most",
        { maxLength: 100, source: api("GuardrailWordConfig") },
        "a".repeat(100),
        "a".repeat(101),
      ),
      at(
        "contextualGroundingPolicyConfig.filtersConfigs[].threshold",
        "a threshold is below 1",
        { not: { minimum: 1 }, source: guide("guardrails-contextual-grounding-check") },
        0.99,
        1,
      ),
      at(
        "contentPolicyConfig.filtersConfigs[]",
        "attacks are in what comes in: the output's strength is NONE",
        {
          when: { type: "PROMPT_ATTACK" },
          properties: { outputStrength: { const: "NONE" } },
          source: guide("guardrails-content-filters"),
        },
        filter("PROMPT_ATTACK", "NONE"),
        filter("PROMPT_ATTACK"),
      ),
      says(
        "the definition of a topic has 200 characters, and more in the tier STANDARD alone",
        {
          if: {
            required: ["topicPolicyConfig.tierConfigs[].tierName"],
            properties: { "topicPolicyConfig.tierConfigs[].tierName": { const: "STANDARD" } },
          },
          else: { properties: { "topicPolicyConfig.topicsConfigs[].definition": { maxLength: 200 } } },
          source: guide("guardrails-denied-topics"),
        },
        { topicPolicyConfig: { topicsConfigs: [topic("d".repeat(200))] } },
        { topicPolicyConfig: { topicsConfigs: [topic("d".repeat(201))] } },
      ),
      ...["contentPolicyConfig", "topicPolicyConfig"].map((policy) =>
        needs(
          "the tier STANDARD needs a profile for several Regions",
          { [`${policy}.tierConfigs[].tierName`]: "STANDARD" },
          { [profile]: "eu.guardrail.v1:0" },
          { level: "advisory", source: guide("guardrails-tiers") },
        ),
      ),
      at(
        profile,
        "a profile is of the own Region",
        { ownRegion: true, source: guide("guardrails-cross-region-support") },
        profileArn("eu-west-1"),
        profileArn("eu-central-1"),
      ),
      says(
        "a profile is of the geography of the Region",
        { join: "guardrailGeography", source: guide("guardrails-cross-region-support") },
        { region: "eu-west-1", [profile]: "eu.guardrail.v1:0" },
        { region: "eu-west-1", [profile]: "us.guardrail.v1:0" },
      ),
    ],
  },
];
