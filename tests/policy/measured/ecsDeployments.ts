import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";
import { beside } from "./on";

type Arguments = Record<string, unknown>;

const named = { name: "web", cluster: "c" };
const service = ofType("aws:ecs/service:Service", { ...named, taskDefinition: "web:1" });
const onFargate = { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } };
const targetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067";
const balanced = (containerName = "web", containerPort = 80) => ({
  loadBalancers: [{ containerName, containerPort, targetGroupArn }],
});
const classic = { loadBalancers: [{ containerName: "web", containerPort: 80, elbName: "classic" }] };
const role = { iamRole: "arn:aws:iam::111122223333:role/r" };
const controller = (type: string) => ({ deploymentController: { type } });

const taskDefinition = (networkMode = "awsvpc"): Made => [
  "aws:ecs/taskDefinition:TaskDefinition",
  "task",
  {
    arn: "arn:aws:ecs:eu-west-1:111122223333:task-definition/web:1",
    family: "web",
    networkMode,
    containerDefinitions: JSON.stringify([
      {
        name: "web",
        image: "web:1",
        memory: 256,
        portMappings: [{ name: "http", containerPort: 80 }],
        mountPoints: [{ sourceVolume: "data", containerPath: "/data" }],
      },
    ]),
    volumes: [{ name: "data", configureAtLaunch: true }],
  },
];
const ofTask = { taskDefinition: "aws:ecs/taskDefinition:TaskDefinition task" };
const taskArn = "arn:aws:ecs:eu-west-1:111122223333:task-definition/web:1";
const made = (type: string, args: Arguments): Made => [type, "subject", { ...args, taskDefinition: taskArn }, ofTask];

/** A fact of a service beside its task. */
const withTask = (says: string, bad: Arguments, good: Arguments) =>
  beside(
    [taskDefinition()],
    says,
    made("aws:ecs/service:Service", { ...named, ...bad }),
    made("aws:ecs/service:Service", { ...named, ...good }),
  );

const connect = (more: Arguments) => ({ serviceConnectConfiguration: { enabled: true, ...more } });
const port = (portName: string) => connect({ namespace: "shop", services: [{ portName }] });
const aliases = (...clientAlias: readonly Arguments[]) =>
  connect({ namespace: "shop", services: [{ portName: "http", clientAlias }] });
const ebs = (more: Arguments, name = "data") => ({
  volumeConfiguration: { name, managedEbsVolume: { roleArn: role.iamRole, ...more } },
});
const random = (more: Arguments = {}) => ({
  launchType: "EC2",
  orderedPlacementStrategies: [{ type: "random", ...more }],
});
const cluster: Made = ["aws:ecs/cluster:Cluster", "cluster", { arn: "c", name: "c" }];
const registryArn = "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1";
const registry: Made = [
  "aws:servicediscovery/service:Service",
  "registry",
  { arn: registryArn, name: "web", dnsConfig: { namespaceId: "ns-1", dnsRecords: [{ type: "A", ttl: 10 }] } },
];
const registered = (more: Arguments): Made => [
  "aws:ecs/service:Service",
  "subject",
  { ...named, taskDefinition: "web:1", ...onFargate, serviceRegistries: { registryArn, ...more } },
];
const groupArn = "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/g";
const scaled = (protectFromScaleIn: boolean): readonly Made[] => [
  [
    "aws:autoscaling/group:Group",
    "group",
    {
      arn: groupArn,
      minSize: 1,
      maxSize: 2,
      protectFromScaleIn,
      vpcZoneIdentifiers: ["subnet-1"],
      launchTemplate: { id: "lt-1", version: "$Latest" },
    },
  ],
  [
    "aws:ecs/capacityProvider:CapacityProvider",
    "subject",
    {
      name: "own",
      autoScalingGroupProvider: {
        autoScalingGroupArn: groupArn,
        managedTerminationProtection: "ENABLED",
        managedScaling: { status: "ENABLED" },
      },
    },
  ],
];
const set = (loadBalancers: Arguments) =>
  made("aws:ecs/taskSet:TaskSet", { cluster: "c", service: "web", ...loadBalancers });

export const ecsDeployments: FactsByName = {
  "ecs-cp-managed-termination-scale-in-protection": {
    fact: "instances that are kept are kept by their group",
    bad: scaled(false),
    good: scaled(true),
  },
  "ecs-service-codedeploy-lb": service(
    "CodeDeploy has a load balancer",
    { ...onFargate, ...controller("CODE_DEPLOY") },
    { ...onFargate, ...controller("CODE_DEPLOY"), ...balanced() },
  ),
  "ecs-service-deployment-percent": service(
    "100 % of the tasks are healthy at least",
    { ...onFargate, deploymentMinimumHealthyPercent: 101, deploymentMaximumPercent: 200 },
    { ...onFargate, deploymentMinimumHealthyPercent: 100, deploymentMaximumPercent: 200 },
  ),
  "ecs-service-network-config-mode": {
    fact: "a service with subnets has tasks with network interfaces",
    bad: [taskDefinition("bridge"), made("aws:ecs/service:Service", { ...named, ...onFargate, launchType: "EC2" })],
    good: [taskDefinition(), made("aws:ecs/service:Service", { ...named, ...onFargate, launchType: "EC2" })],
  },
  "ecs-svc-az-rebalancing-with-daemon": service(
    "a DAEMON is not balanced over zones",
    { launchType: "EC2", schedulingStrategy: "DAEMON", availabilityZoneRebalancing: "ENABLED" },
    { launchType: "EC2", schedulingStrategy: "REPLICA", availabilityZoneRebalancing: "ENABLED" },
  ),
  "ecs-svc-classic-lb-with-fargate": service(
    "Fargate has no classic load balancer",
    { ...onFargate, ...classic },
    { ...onFargate, ...balanced() },
  ),
  "ecs-svc-connect-client-alias-dns-name": service(
    "an alias is a name of DNS",
    { ...onFargate, ...aliases({ port: 80, dnsName: "web_shop" }) },
    { ...onFargate, ...aliases({ port: 80, dnsName: "web.shop" }) },
  ),
  "ecs-svc-connect-client-aliases-max": service(
    "a service has one alias",
    { ...onFargate, ...aliases({ port: 80, dnsName: "a" }, { port: 81, dnsName: "b" }) },
    { ...onFargate, ...aliases({ port: 80, dnsName: "a" }) },
  ),
  "ecs-svc-connect-port-name-missing": withTask(
    "Service Connect names a port of the task",
    { ...onFargate, ...port("grpc") },
    { ...onFargate, ...port("http") },
  ),
  "ecs-svc-connect-without-namespace": beside(
    [cluster],
    "Service Connect has a namespace",
    ["aws:ecs/service:Service", "subject", { ...named, taskDefinition: "web:1", ...onFargate, ...connect({}) }],
    [
      "aws:ecs/service:Service",
      "subject",
      { ...named, taskDefinition: "web:1", ...onFargate, ...connect({ namespace: "shop" }) },
    ],
  ),
  "ecs-svc-daemon-with-placement-strategies": service(
    "a DAEMON is not placed",
    { ...random(), schedulingStrategy: "DAEMON" },
    { ...random(), schedulingStrategy: "REPLICA" },
  ),
  "ecs-svc-ebs-iops-unsupported-type": service(
    "a volume of gp2 has no operations of its own",
    { ...onFargate, ...ebs({ sizeInGb: 10, iops: 3000, volumeType: "gp2" }) },
    { ...onFargate, ...ebs({ sizeInGb: 10, iops: 3000, volumeType: "gp3" }) },
  ),
  "ecs-svc-ebs-name-not-in-taskdef": withTask(
    "a volume of a service is one of its task",
    { ...onFargate, ...ebs({ sizeInGb: 10 }, "files") },
    { ...onFargate, ...ebs({ sizeInGb: 10 }) },
  ),
  "ecs-svc-ebs-throughput-non-gp3": service(
    "a volume of gp2 has no throughput of its own",
    { ...onFargate, ...ebs({ sizeInGb: 10, throughput: 200, volumeType: "gp2" }) },
    { ...onFargate, ...ebs({ sizeInGb: 10, throughput: 200, volumeType: "gp3" }) },
  ),
  "ecs-svc-ebs-volume-without-size-or-snapshot": service(
    "a volume has a size",
    { ...onFargate, ...ebs({}) },
    { ...onFargate, ...ebs({ sizeInGb: 10 }) },
  ),
  "ecs-svc-external-with-load-balancers": ofType("aws:ecs/service:Service", named)(
    "load balancers of an external deployment are of its task sets",
    { ...controller("EXTERNAL"), ...balanced() },
    controller("EXTERNAL"),
  ),
  "ecs-svc-external-with-taskdef": ofType("aws:ecs/service:Service", named)(
    "the task of an external deployment is of its task sets",
    { ...controller("EXTERNAL"), taskDefinition: "web:1" },
    controller("EXTERNAL"),
  ),
  "ecs-svc-lb-container-name-missing": withTask(
    "a load balancer sends to a container of the task",
    { ...onFargate, ...balanced("app") },
    { ...onFargate, ...balanced() },
  ),
  "ecs-svc-lb-container-port-missing": withTask(
    "a load balancer sends to a port of the container",
    { ...onFargate, ...balanced("web", 8080) },
    { ...onFargate, ...balanced() },
  ),
  "ecs-svc-min-healthy-over-max-percent": service(
    "a deployment has room for another task",
    { ...onFargate, deploymentMinimumHealthyPercent: 100, deploymentMaximumPercent: 100 },
    { ...onFargate, deploymentMinimumHealthyPercent: 50, deploymentMaximumPercent: 100 },
  ),
  "ecs-svc-random-with-field": service("what is random has no field", random({ field: "memory" }), random()),
  "ecs-svc-registries-port-with-awsvpc": beside(
    [registry],
    "a record of an address has no port",
    registered({ containerName: "web", containerPort: 80 }),
    registered({}),
  ),
  "ecs-svc-role-with-awsvpc": service(
    "a service with subnets has its own role",
    { ...onFargate, launchType: "EC2", ...balanced(), ...role },
    { ...onFargate, launchType: "EC2", ...balanced() },
  ),
  "ecs-svc-role-without-load-balancers": service(
    "a role is for load balancers",
    { launchType: "EC2", ...role },
    { launchType: "EC2", ...role, ...classic },
  ),
  "ecs-taskset-lb-container-missing": beside(
    [taskDefinition()],
    "a task set is reached by a container of its task",
    set(balanced("app")),
    set(balanced()),
  ),
  "ecs-taskset-platform-version-ec2": ofType("aws:ecs/taskSet:TaskSet", {
    cluster: "c",
    service: "web",
    taskDefinition: "web:1",
  })(
    "a platform of a task set is Fargate's",
    { launchType: "EC2", platformVersion: "1.4.0" },
    { ...onFargate, platformVersion: "1.4.0" },
  ),
};
