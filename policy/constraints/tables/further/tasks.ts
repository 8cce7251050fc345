import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";

/** Where the tasks that a service starts are described, and what its properties are called. */
interface Started {
  readonly at: string;
  readonly network: string;
  readonly strategies: string;
  readonly source: string;
  /** Whether a public address is a switch, or the word ENABLED. */
  readonly isWord?: true;
}

const base = { taskDefinitionArn: "arn:aws:ecs:eu-west-1:111122223333:task-definition/t:1" };
const provider = (name: string, more: object = {}) => ({ capacityProvider: name, weight: 1, ...more });

/** What ECS takes of tasks that another service starts. */
function started({ at, network, strategies, source, isWord }: Started): readonly Row[] {
  const at10 = Array.from({ length: 11 }, () => ({ type: "memberOf", expression: "attribute:a == b" }));
  const nested = (value: object): object => {
    const [own = "", inner] = network.split(".");
    return { [own]: inner === undefined ? value : { [inner]: value } };
  };
  const place = (path: string) => `${at}.${path}`;
  return [
    {
      at,
      fact: "tasks have a launch type or capacity providers",
      atMostOne: ["launchType", "capacityProviderStrategies[]"],
      source,
      good: { ...base, launchType: "EC2" },
      bad: { ...base, launchType: "EC2", capacityProviderStrategies: [provider("FARGATE")] },
    },
    {
      at: place("capacityProviderStrategies"),
      fact: "one capacity provider of a strategy has a base",
      contains: { required: ["base"], properties: { base: { minimum: 1 } } },
      minContains: 0,
      maxContains: 1,
      source,
      good: [provider("FARGATE", { base: 1 }), provider("FARGATE_SPOT")],
      bad: [provider("FARGATE", { base: 1 }), provider("FARGATE_SPOT", { base: 1 })],
    },
    {
      at,
      fact: "a public address of a task is for FARGATE",
      when: { launchType: "EC2", [`${network}.assignPublicIp`]: isWord ? "ENABLED" : true },
      excluded: [`${network}.assignPublicIp`],
      source,
      good: { ...base, launchType: "EC2", ...nested({ subnets: ["subnet-1"] }) },
      bad: {
        ...base,
        launchType: "EC2",
        ...nested({ subnets: ["subnet-1"], assignPublicIp: isWord ? "ENABLED" : true }),
      },
    },
    {
      at: place("placementConstraints"),
      maxItems: 10,
      source,
      good: [{ type: "distinctInstance" }],
      bad: at10,
    },
    {
      at: place("placementConstraints[]"),
      fact: "distinctInstance has no expression",
      when: { type: "distinctInstance" },
      excluded: ["expression"],
      source,
      good: { type: "distinctInstance" },
      bad: { type: "distinctInstance", expression: "attribute:a == b" },
    },
    {
      at: place("placementConstraints[]"),
      fact: "memberOf has an expression",
      when: { type: "memberOf" },
      required: ["expression"],
      source,
      good: { type: "memberOf", expression: "attribute:a == b" },
      bad: { type: "memberOf" },
    },
    {
      at: place(strategies),
      maxItems: 5,
      source,
      good: [{ type: "random" }],
      bad: Array.from({ length: 6 }, () => ({ type: "random" })),
    },
    {
      at: place(`${strategies}[]`),
      fact: "binpack has the field cpu or memory",
      when: { type: "binpack" },
      required: ["field"],
      properties: { field: { enum: ["cpu", "memory", "CPU", "MEMORY"] } },
      source,
      good: { type: "binpack", field: "memory" },
      bad: { type: "binpack", field: "instanceId" },
    },
    {
      at: place("platformVersion"),
      fact: "a platform version is figures, such as 1.4.0, or LATEST",
      pattern: "^(\\d+(\\.\\d+)*|LATEST)$",
      source,
      good: "1.4.0",
      bad: "linux/1.4.0",
    },
    { at: place("group"), maxLength: 255, source, good: "g", bad: "x".repeat(256) },
  ];
}

const pipe = "targetParameters.ecsTaskParameters";
const overrides = page("eventbridge/latest/pipes-reference/API_EcsContainerOverride");

/** Tasks of ECS that rules, schedules and pipes start. */
export const furtherTasks: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/eventTarget:EventTarget",
    source: api("events", "EcsParameters"),
    rows: started({
      at: "ecsTarget",
      network: "networkConfiguration",
      strategies: "orderedPlacementStrategies",
      source: api("events", "EcsParameters"),
    }),
  },
  {
    type: "aws:scheduler/schedule:Schedule",
    source: api("scheduler", "EcsParameters"),
    rows: started({
      at: "target.ecsParameters",
      network: "networkConfiguration",
      strategies: "placementStrategies",
      source: api("scheduler", "EcsParameters"),
    }),
  },
  {
    type: "aws:pipes/pipe:Pipe",
    source: api("pipes", "PipeTargetEcsTaskParameters"),
    rows: [
      ...started({
        at: pipe,
        network: "networkConfiguration.awsVpcConfiguration",
        strategies: "placementStrategies",
        source: api("pipes", "PipeTargetEcsTaskParameters"),
        isWord: true,
      }),
      {
        at: pipe,
        fact: "a task on FARGATE has a networkConfiguration",
        when: { launchType: "FARGATE" },
        required: ["networkConfiguration"],
        good: {
          ...base,
          launchType: "FARGATE",
          networkConfiguration: { awsVpcConfiguration: { subnets: ["subnet-1"] } },
        },
        bad: { ...base, launchType: "FARGATE" },
      },
      {
        at: pipe,
        fact: "a platformVersion is for FARGATE",
        when: { launchType: ["EC2", "EXTERNAL"] },
        excluded: ["platformVersion"],
        good: { ...base, launchType: "EC2" },
        bad: { ...base, launchType: "EC2", platformVersion: "1.4.0" },
      },
      {
        at: `${pipe}.overrides.containerOverrides[]`,
        fact: "an override names its container",
        if: {
          requiredOr: [
            "commands[]",
            "cpu",
            "memory",
            "memoryReservation",
            "environments[]",
            "environmentFiles[]",
            "resourceRequirements[]",
          ],
        },
        then: { required: ["name"] },
        source: overrides,
        good: { name: "app", cpu: 10 },
        bad: { cpu: 10 },
      },
      {
        at: `${pipe}.overrides.containerOverrides[].environmentFiles`,
        maxItems: 10,
        source: overrides,
        good: [{ type: "s3", value: "arn:aws:s3:::b/a.env" }],
        bad: Array.from({ length: 11 }, (_, index) => ({ type: "s3", value: `arn:aws:s3:::b/${index}.env` })),
      },
      {
        at: `${pipe}.overrides.containerOverrides[].environmentFiles[].value`,
        fact: "a file of variables ends with .env",
        pattern: "\\.env$",
        source: overrides,
        good: "arn:aws:s3:::b/a.env",
        bad: "arn:aws:s3:::b/a.txt",
      },
      {
        at: `${pipe}.overrides.containerOverrides[].resourceRequirements[].type`,
        enum: ["GPU", "InferenceAccelerator"],
        source: overrides,
        good: "GPU",
        bad: "MEMORY",
      },
      {
        at: `${pipe}.overrides.ephemeralStorage.sizeInGib`,
        minimum: 21,
        maximum: 200,
        source: overrides,
        good: 21,
        bad: 20,
      },
    ],
  },
];
