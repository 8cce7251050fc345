import { type Row, type TypeRows } from "../../schema";
import { at, bars, needs, says } from "../given";
import { api } from "../pages";
import { like, together } from "../together";

const service = "aws:ecs/service:Service";
const managed = "volumeConfiguration.managedEbsVolume";
const volume = (more: object) => ({
  volumeConfiguration: {
    name: "v",
    managedEbsVolume: { roleArn: "arn:aws:iam::111122223333:role/r", sizeInGb: 10, ...more },
  },
});
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
const bake = (name: string, key: string): Row => ({
  at: `deploymentConfiguration.${name}.${key}`,
  maximum: 1440,
  source: api("ecs", "DeploymentConfiguration"),
  good: 1440,
  bad: 1441,
});

/** What sentences of the API models say of tasks and services. */
export const taskSentences: readonly TypeRows[] = [
  {
    type: "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
    source: api("ecs", "CapacityProviderStrategyItem"),
    rows: [
      at(
        "defaultCapacityProviderStrategies",
        "one provider has a weight above 0",
        { contains: { properties: { weight: { minimum: 1 } } } },
        [{ capacityProvider: "FARGATE", weight: 1 }],
        [{ capacityProvider: "FARGATE", weight: 0 }],
      ),
    ],
  },
  {
    type: service,
    source: api("ecs", "CreateService"),
    rows: [
      says(
        "a service that ECS or CodeDeploy deploys has a taskDefinition",
        {
          if: {
            not: {
              required: ["deploymentController.type"],
              properties: { "deploymentController.type": { const: "EXTERNAL" } },
            },
          },
          then: { required: ["taskDefinition"] },
          level: "advisory", // examples leave it out
        },
        { taskDefinition: "web:1" },
        { name: "web" },
      ),
      at(
        "serviceRegistries",
        "a registry has a port or one of a container",
        { dependentExcluded: { port: ["containerPort", "containerName"] }, source: api("ecs", "ServiceRegistry") },
        { registryArn: "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1", port: 80 },
        { registryArn: "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1", port: 80, containerPort: 80 },
      ),
      needs(
        "a blue/green deployment says how long it bakes",
        { "deploymentConfiguration.strategy": "BLUE_GREEN" },
        { "deploymentConfiguration.bakeTimeInMinutes": "5" },
        { source: api("ecs", "DeploymentConfiguration"), level: "advisory" }, // an example of the AWS provider leaves it out
      ),
      bake("linearConfiguration", "stepBakeTimeInMinutes"),
      bake("canaryConfiguration", "canaryBakeTimeInMinutes"),
      like(
        "serviceConnectConfiguration.services[].discoveryName",
        "a discoveryName has at most 64 characters and no hyphen first",
        "^(?!-)[^]{1,64}$",
        "orders",
        "-orders",
        { source: api("ecs", "ServiceConnectService") },
      ),
      says(
        "Fargate has no magnetic volumes",
        {
          when: { launchType: "FARGATE" },
          properties: { [`${managed}.volumeType`]: { not: { const: "standard" } } },
          source: api("ecs", "ServiceManagedEBSVolumeConfiguration"),
        },
        { launchType: "FARGATE", ...volume({ volumeType: "gp3" }) },
        { launchType: "FARGATE", ...volume({ volumeType: "standard" }) },
      ),
      at(
        managed,
        "volumeInitializationRate is for a volume of a snapshot",
        {
          dependentRequired: { volumeInitializationRate: ["snapshotId"] },
          source: api("ecs", "ServiceManagedEBSVolumeConfiguration"),
        },
        { snapshotId: "snap-1", volumeInitializationRate: 100 },
        { sizeInGb: 10, volumeInitializationRate: 100 },
      ),
      at(
        managed,
        "volumes of io1 and io2 have iops",
        {
          when: { volumeType: ["io1", "io2"] },
          required: ["iops"],
          source: api("ecs", "ServiceManagedEBSVolumeConfiguration"),
        },
        { sizeInGb: 10, volumeType: "io1", iops: 100 },
        { sizeInGb: 10, volumeType: "io1" },
      ),
      bars("a service of DAEMON has no volumes of its own", { schedulingStrategy: "DAEMON" }, volume({})),
      together(
        "a service's name is used once in its cluster",
        {
          onlyOne: ["name", "cluster"],
          beside: { first: { type: service, properties: { region: "eu-west-1", name: "web", cluster: "shop" } } },
        },
        { name: "web" },
        { cluster: "other" },
        { cluster: "shop" },
      ),
      says(
        "a grace period of health checks is for a service behind a load balancer",
        {
          if: {
            required: ["healthCheckGracePeriodSeconds"],
            properties: { healthCheckGracePeriodSeconds: { minimum: 1 } },
          },
          then: { requiredOr: ["loadBalancers", "vpcLatticeConfigurations", "serviceConnectConfiguration"] },
        },
        {
          taskDefinition: "web:1",
          healthCheckGracePeriodSeconds: 60,
          loadBalancers: [{ containerName: "web", containerPort: 80 }],
        },
        { taskDefinition: "web:1", healthCheckGracePeriodSeconds: 60 },
      ),
    ],
  },
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
