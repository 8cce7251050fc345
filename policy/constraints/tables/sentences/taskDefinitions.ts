import { type Row, type TypeRows } from "../../schema";
import { says } from "../given";
import { api } from "../pages";

const defined = (...definitions: readonly object[]) =>
  JSON.stringify(definitions.map((each) => ({ name: "web", image: "web", memory: 128, ...each })));
const inEach = (path: string, fact: string, words: Row["if"], good: object, bad: object, more: object = {}): Row =>
  says(
    fact,
    {
      properties: { [`containerDefinitions.$json[].${path}`]: words ?? {} },
      source: api("ecs", "ContainerDefinition"),
    },
    { ...more, containerDefinitions: defined(good) },
    { ...more, containerDefinitions: defined(bad) },
  );
const file = (value: string) => ({ environmentFiles: [{ type: "s3", value }] });
const fargate = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
const logged = (options: object) => ({
  logConfiguration: {
    logDriver: "awslogs",
    options: { "awslogs-group": "orders", "awslogs-region": "eu-west-1", ...options },
  },
});

/** What sentences of the API models say of definitions of tasks. */
export const taskDefinitionSentences: readonly TypeRows[] = [
  {
    type: "aws:ecs/taskDefinition:TaskDefinition",
    source: api("ecs", "RegisterTaskDefinition"),
    rows: [
      inEach(
        "environmentFiles[].value",
        "a file of the environment ends with .env",
        { pattern: "\\.env$" },
        file("arn:aws:s3:::b/web.env"),
        file("arn:aws:s3:::b/web.txt"),
      ),
      inEach(
        "firelensConfiguration.type",
        "FireLens is fluentd or fluentbit",
        { enum: ["fluentd", "fluentbit"] },
        { firelensConfiguration: { type: "fluentbit" } },
        { firelensConfiguration: { type: "vector" } },
      ),
      inEach(
        "linuxParameters.swappiness",
        "swappiness is 0 to 100",
        { minimum: 0, maximum: 100 },
        { linuxParameters: { swappiness: 100 } },
        { linuxParameters: { swappiness: 101 } },
      ),
      inEach(
        "logConfiguration.options",
        "lines are split by a date or by a pattern",
        { atMostOne: ["awslogs-datetime-format", "awslogs-multiline-pattern"] },
        logged({ "awslogs-datetime-format": "%Y" }),
        logged({ "awslogs-datetime-format": "%Y", "awslogs-multiline-pattern": "^a" }),
      ),
      inEach(
        "logConfiguration.options.mode",
        "logs are delivered blocking or non-blocking",
        { enum: ["blocking", "non-blocking"] },
        logged({ mode: "non-blocking" }),
        logged({ mode: "async" }),
      ),
      says(
        "in the mode awsvpc a hostPort is the containerPort",
        {
          when: { networkMode: "awsvpc" },
          properties: { "containerDefinitions.$json[].portMappings[]": { equal: [["containerPort", "hostPort"]] } },
        },
        {
          networkMode: "awsvpc",
          containerDefinitions: defined({ portMappings: [{ containerPort: 80, hostPort: 80 }] }),
        },
        {
          networkMode: "awsvpc",
          containerDefinitions: defined({ portMappings: [{ containerPort: 80, hostPort: 81 }] }),
        },
      ),
      says(
        "a container of Fargate has at most 120 seconds to stop",
        {
          if: {
            required: ["requiresCompatibilities"],
            properties: { requiresCompatibilities: { contains: { const: "FARGATE" } } },
          },
          then: { properties: { "containerDefinitions.$json[].stopTimeout": { maximum: 120 } } },
        },
        { ...fargate, containerDefinitions: defined({ stopTimeout: 120 }) },
        { ...fargate, containerDefinitions: defined({ stopTimeout: 121 }) },
      ),
    ],
  },
];
