import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";

const account = "111122223333";
const role = `arn:aws:iam::${account}:role/r`;
const serviceType = "aws:ecs/service:Service";
const network = { networkConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"] } };
const services = on(serviceType, { name: "orders", cluster: "main", taskDefinition: "orders:1" });
const provider = (weight: number) => ({ capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight }] });
const container = (more: object = {}) =>
  JSON.stringify([{ name: "app", image: "public.ecr.aws/nginx/nginx:1", essential: true, ...more }]);
const tasks = on("aws:ecs/taskDefinition:TaskDefinition", { family: "orders" });
const fargate = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc" };
const sized = { ...fargate, cpu: "256", memory: "512" };

export const ecs: FactsByName = {
  "launch-type-and-providers": services(
    "a service has a launch type or providers",
    { ...network, ...provider(1), launchType: "FARGATE" },
    { ...network, ...provider(1) },
  ),
  "providers-without-weight": services(
    "a provider has a weight",
    { ...network, ...provider(0) },
    { ...network, ...provider(1) },
  ),
  "fargate-without-cpu": tasks(
    "a task on Fargate says its size",
    { ...fargate, containerDefinitions: container({ cpu: 256, memory: 512 }) },
    { ...sized, containerDefinitions: container({ cpu: 256, memory: 512 }) },
  ),
  "daemon-with-strategy": services(
    "a daemon is placed on each instance",
    { schedulingStrategy: "DAEMON", orderedPlacementStrategies: [{ type: "spread", field: "instanceId" }] },
    { schedulingStrategy: "DAEMON" },
  ),
  "daemon-with-providers": services(
    "a daemon has no providers",
    { schedulingStrategy: "DAEMON", capacityProviderStrategies: [{ capacityProvider: "own", weight: 1 }] },
    { schedulingStrategy: "DAEMON" },
  ),
  "daemon-on-fargate": services(
    "there is no daemon on Fargate",
    { ...network, schedulingStrategy: "DAEMON", launchType: "FARGATE" },
    { ...network, schedulingStrategy: "REPLICA", launchType: "FARGATE" },
  ),
  "daemon-by-deploy": services(
    "a daemon is not deployed by CodeDeploy",
    { schedulingStrategy: "DAEMON", deploymentController: { type: "CODE_DEPLOY" } },
    { schedulingStrategy: "DAEMON", deploymentController: { type: "ECS" } },
  ),
  "image-without-role": tasks(
    "an image of ECR is fetched with a role",
    { ...sized, containerDefinitions: container({ image: `${account}.dkr.ecr.eu-west-1.amazonaws.com/orders:1` }) },
    {
      ...{ ...sized, executionRoleArn: role },
      containerDefinitions: container({ image: `${account}.dkr.ecr.eu-west-1.amazonaws.com/orders:1` }),
    },
  ),
};

const groupType = "aws:lb/targetGroup:TargetGroup";
const groups = on(groupType, { name: "orders", vpcId: "vpc-1", port: 80, protocol: "HTTP" });
const tcp = on(groupType, { name: "orders", vpcId: "vpc-1", port: 80, protocol: "TCP" });
const listenerType = "aws:lb/listener:Listener";
const arn = (rest: string) => `arn:aws:elasticloadbalancing:eu-west-1:${account}:${rest}`;
const forward = { defaultActions: [{ type: "forward", targetGroupArn: arn("targetgroup/a/0123456789abcdef") }] };
const application = { loadBalancerArn: arn("loadbalancer/app/a/0123456789abcdef"), ...forward };
const certificate = { certificateArn: `arn:aws:acm:eu-west-1:${account}:certificate/a` };
const invoked = on(groupType, { name: "orders", targetType: "lambda" });

export const elb: FactsByName = {
  "interval-not-above-timeout": groups(
    "a check ends before the next",
    { healthCheck: { interval: 5, timeout: 5 } },
    { healthCheck: { interval: 10, timeout: 5 } },
  ),
  "threshold-one": on("aws:elb/loadBalancer:LoadBalancer", {
    ...{ name: "orders", subnets: ["subnet-1"] },
    listeners: [{ instancePort: 80, instanceProtocol: "http", lbPort: 80, lbProtocol: "http" }],
  })(
    "a target is unhealthy after two checks",
    { healthCheck: { target: "HTTP:80/", interval: 30, timeout: 5, healthyThreshold: 2, unhealthyThreshold: 1 } },
    { healthCheck: { target: "HTTP:80/", interval: 30, timeout: 5, healthyThreshold: 2, unhealthyThreshold: 2 } },
  ),
  "https-without-certificate": on(listenerType, { ...application, port: 443, protocol: "HTTPS" })(
    "HTTPS has a certificate",
    {},
    certificate,
  ),
  "function-stickiness": invoked("a function has no cookies", { stickiness: { type: "lb_cookie", enabled: true } }, {}),
  "policy-on-tcp": on(listenerType, {
    ...{ loadBalancerArn: arn("loadbalancer/net/a/0123456789abcdef"), ...forward, port: 443 },
  })(
    "a policy of TLS is a TLS listener's",
    { protocol: "TCP", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
    { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06", ...certificate },
  ),
  "addresses-without-network": on(groupType, { name: "orders", port: 80, protocol: "HTTP", targetType: "ip" })(
    "addresses are in a VPC",
    {},
    { vpcId: "vpc-1" },
  ),
  "tcp-check-path": tcp(
    "a check by TCP has no path",
    { healthCheck: { protocol: "TCP", path: "/" } },
    { healthCheck: { protocol: "HTTP", path: "/" } },
  ),
};

const environmentType = "aws:batch/computeEnvironment:ComputeEnvironment";
const environments = on(environmentType, { name: "orders", type: "MANAGED", serviceRole: role });
const serverless = { type: "FARGATE", maxVcpus: 16, subnets: ["subnet-1"], securityGroupIds: ["sg-1"] };
const definitions = on("aws:batch/jobDefinition:JobDefinition", {
  ...{ name: "orders", type: "container", platformCapabilities: ["FARGATE"] },
});
const job = (more: object) => ({
  containerProperties: JSON.stringify({
    image: "public.ecr.aws/amazonlinux/amazonlinux:2023",
    executionRoleArn: role,
    resourceRequirements: [
      { type: "VCPU", value: "0.25" },
      { type: "MEMORY", value: "512" },
    ],
    ...more,
  }),
});

export const batch: FactsByName = {
  "fargate-instance-role": environments(
    "Fargate has no instances with a role",
    { computeResources: { ...serverless, instanceRole: `arn:aws:iam::${account}:instance-profile/a` } },
    { computeResources: serverless },
  ),
  "fargate-least": environments(
    "Fargate has no least size",
    { computeResources: { ...serverless, minVcpus: 1 } },
    { computeResources: serverless },
  ),
  "fargate-vcpus": definitions(
    "a job on Fargate asks for its resources",
    job({ vcpus: 1, memory: 512, resourceRequirements: undefined }),
    job({}),
  ),
  "fargate-without-role": definitions(
    "a job on Fargate has a role to start with",
    job({ executionRoleArn: undefined }),
    job({}),
  ),
  "environment-type": on(environmentType, { name: "orders", serviceRole: role, computeResources: serverless })(
    "an environment is managed or not",
    { type: "FARGATE" },
    { type: "MANAGED" },
  ),
};
