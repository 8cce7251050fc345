import { constructDefaultVpc } from "./defaultVpc";
import { constructImage, constructRegistryImage } from "./image";
import { constructApplicationLoadBalancer, constructNetworkLoadBalancer } from "./loadBalancer";
import { constructRepository } from "./repository";
import { constructEc2Service, constructFargateService } from "./service";
import { constructEc2TaskDefinition, constructFargateTaskDefinition } from "./taskDefinition";
import { constructTargetGroupAttachment } from "./targetGroupAttachment";
import { constructTrail } from "./trail";
import { constructVpc } from "./vpc";

/** The components of the package awsx that are constructed here as its own provider does it, by type. */
export const awsx = {
  "awsx:cloudtrail:Trail": constructTrail,
  "awsx:ec2:Vpc": constructVpc,
  "awsx:ec2:DefaultVpc": constructDefaultVpc,
  "awsx:ecr:Image": constructImage,
  "awsx:ecr:RegistryImage": constructRegistryImage,
  "awsx:ecr:Repository": constructRepository,
  "awsx:ecs:EC2Service": constructEc2Service,
  "awsx:ecs:EC2TaskDefinition": constructEc2TaskDefinition,
  "awsx:ecs:FargateService": constructFargateService,
  "awsx:ecs:FargateTaskDefinition": constructFargateTaskDefinition,
  "awsx:lb:ApplicationLoadBalancer": constructApplicationLoadBalancer,
  "awsx:lb:NetworkLoadBalancer": constructNetworkLoadBalancer,
  "awsx:lb:TargetGroupAttachment": constructTargetGroupAttachment,
};
