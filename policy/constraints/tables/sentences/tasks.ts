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
];
