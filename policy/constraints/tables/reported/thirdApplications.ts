import { type TypeRows } from "../../schema";
import { at } from "../given";
import { api, page } from "../pages";

const container = { name: "app", image: "public.ecr.aws/nginx/nginx:1", memory: 256 };
const numbers = ["cpu", "memory", "memoryReservation"];
const ports = ["containerPort", "hostPort"];

/** Builds, containers and logs of the third sample, and their neighbours. */
export const thirdApplicationsReported: readonly TypeRows[] = [
  {
    type: "aws:codebuild/project:Project",
    source: api("codebuild", "ProjectArtifacts"),
    rows: (
      [
        ["secondaryArtifacts[]", "artifactIdentifier", { type: "S3", location: "orders" }],
        ["fileSystemLocations[]", "identifier", { location: "fs-1.efs.eu-west-1.amazonaws.com:/", mountPoint: "/mnt" }],
      ] as const
    ).map(([path, name, more]) =>
      at(
        path,
        `${name} has letters, digits and underscores`,
        { properties: { [name]: { pattern: "^[A-Za-z0-9_]{1,127}$" } } },
        { ...more, [name]: "artifact_1" },
        { ...more, [name]: "artifact-1" },
      ),
    ),
  },
  {
    type: "aws:ecs/service:Service",
    source: api("ecs", "CreateService"),
    rows: ["desiredCount", "healthCheckGracePeriodSeconds"].map((path) =>
      at(path, `${path} is not below 0`, { minimum: 0 }, 1, -5),
    ),
  },
  {
    type: "aws:ecs/taskDefinition:TaskDefinition",
    source: api("ecs", "ContainerDefinition"),
    rows: [
      ...numbers.map((name) =>
        at(
          "containerDefinitions.$json[]",
          `${name} of a container is a number`,
          { properties: { [name]: { not: { pattern: "" } } } },
          { ...container, [name]: 256 },
          { ...container, [name]: "256" },
        ),
      ),
      ...ports.map((name) =>
        at(
          "containerDefinitions.$json[]",
          `${name} of a container is a number`,
          { properties: { [`portMappings[].${name}`]: { not: { pattern: "" } } } },
          { ...container, portMappings: [{ containerPort: 80, [name]: 80 }] },
          { ...container, portMappings: [{ containerPort: 80, [name]: "80" }] },
        ),
      ),
    ],
  },
  ...(
    [
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", "pattern"],
      ["aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "filterPattern"],
    ] as const
  ).map(([type, path]): TypeRows => ({
    type,
    source: page("AmazonCloudWatch/latest/logs/FilterAndPatternSyntax"),
    rows: [
      at(
        path,
        "a text in a pattern of JSON stands in double quotes",
        { not: { pattern: "^\\s*\\{[^\"]*?!?=\\s*'" } },
        '{ $.level = "ERROR" }',
        "{ $.level = 'ERROR' }",
      ),
    ],
  })),
];
