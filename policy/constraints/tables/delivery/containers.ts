import { type Row, type TypeRows } from "../../schema";
import { at, narrows, says } from "../given";
import { api, page } from "../pages";

const containers = (more: object) => JSON.stringify([{ name: "c", image: "i", ...more }]);
const fargate = (name: string) => ({ source: page(`AmazonECS/latest/developerguide/${name}`) });
const onFargate = { "requiresCompatibilities[]": "FARGATE" };
const of = (fact: string, more: object, source = api("ecs", "ContainerDefinition")): Row =>
  narrows(
    fact,
    onFargate,
    "containerDefinitions",
    { format: "fargateContainers" },
    [containers({}), containers(more)],
    { source },
  );
const provider = (weight: number) => [{ capacityProvider: "p", weight }];
const header = at(
  "conditions[].httpHeader.values[]",
  "a value of a header has up to 128 characters",
  { maxLength: 128, source: api("elb", "HttpHeaderConditionConfig") },
  "a",
  "a".repeat(129),
);

/** Containers of ECS on Fargate, and how services are placed. */
export const containerParts: readonly TypeRows[] = [
  {
    type: "aws:ecs/taskDefinition:TaskDefinition",
    source: api("ecs", "RegisterTaskDefinition"),
    rows: [
      of(
        "containers on Fargate have what Fargate has: no devices, swap or shared memory, no privileges, and logs by awslogs, splunk or awsfirelens",
        { linuxParameters: { devices: [{ hostPath: "/dev/a" }] } },
        fargate("fargate-tasks-services").source,
      ),
    ],
  },
  {
    type: "aws:ecs/service:Service",
    source: api("ecs", "CreateService"),
    rows: [
      says(
        "a DAEMON has no distinctInstance",
        {
          when: { schedulingStrategy: "DAEMON" },
          properties: { "placementConstraints[].type": { not: { const: "distinctInstance" } } },
          ...fargate("ecs_services"),
        },
        { schedulingStrategy: "DAEMON", placementConstraints: [{ type: "memberOf", expression: "attribute:a == b" }] },
        { schedulingStrategy: "DAEMON", placementConstraints: [{ type: "distinctInstance" }] },
      ),
      at(
        "capacityProviderStrategies",
        "a provider of a strategy has a weight above zero",
        {
          if: { minItems: 1 },
          then: { contains: { properties: { weight: { minimum: 1 } } } },
          source: api("ecs", "CapacityProviderStrategyItem"),
        },
        provider(1),
        provider(0),
      ),
      at(
        "capacityProviderStrategies[].weight",
        "a weight is 0 to 1,000",
        { minimum: 0, maximum: 1_000, source: api("ecs", "CapacityProviderStrategyItem") },
        1_000,
        1_001,
      ),
      at(
        "capacityProviderStrategies[].base",
        "a base is 0 to 100,000",
        { minimum: 0, maximum: 100_000, source: api("ecs", "CapacityProviderStrategyItem") },
        0,
        100_001,
      ),
    ],
  },
  { type: "aws:lb/listenerRule:ListenerRule", source: api("elb", "CreateRule"), rows: [header] },
  { type: "aws:alb/listenerRule:ListenerRule", source: api("elb", "CreateRule"), rows: [header] },
];
