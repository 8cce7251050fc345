import { type Row, type TypeRows } from "../../schema";
import { at } from "../given";
import { page } from "../pages";

const account = String.raw`^(\d{12}/)?`;
const source = page("AWSEC2/latest/UserGuide/resource-ids");

const group = (path: string): Row =>
  at(path, "a security group is named by its id", { pattern: "^sg-" }, "sg-0123456789abcdef0", "orders");
const peer = (path: string): Row =>
  at(path, "a security group is named by its id", { pattern: `${account}sg-` }, "sg-0123456789abcdef0", "orders");
const subnet = (path: string): Row =>
  at(path, "a subnet is named by its id", { pattern: "^subnet-" }, "subnet-0123456789abcdef0", "10.0.2.0/24");
const network = (path: string): Row =>
  at(path, "a VPC is named by its id", { pattern: "^vpc-" }, "vpc-0123456789abcdef0", "10.0.0.0/16");

/** Where networks and their parts are named, by type: an id, not a name or a block of addresses. */
const places: Readonly<Record<string, readonly Row[]>> = {
  "aws:apigatewayv2/vpcLink:VpcLink": [group("securityGroupIds[]"), subnet("subnetIds[]")],
  "aws:autoscaling/group:Group": [subnet("vpcZoneIdentifiers[]")],
  "aws:batch/computeEnvironment:ComputeEnvironment": [
    group("computeResources.securityGroupIds[]"),
    subnet("computeResources.subnets[]"),
  ],
  "aws:codebuild/project:Project": [
    group("vpcConfig.securityGroupIds[]"),
    subnet("vpcConfig.subnets[]"),
    network("vpcConfig.vpcId"),
  ],
  "aws:docdb/cluster:Cluster": [group("vpcSecurityGroupIds[]")],
  "aws:docdb/subnetGroup:SubnetGroup": [subnet("subnetIds[]")],
  "aws:ec2/flowLog:FlowLog": [network("vpcId"), subnet("subnetId")],
  "aws:ec2/instance:Instance": [group("vpcSecurityGroupIds[]"), subnet("subnetId")],
  "aws:ec2/internetGateway:InternetGateway": [network("vpcId")],
  "aws:ec2/launchTemplate:LaunchTemplate": [group("vpcSecurityGroupIds[]")],
  "aws:ec2/networkAcl:NetworkAcl": [network("vpcId"), subnet("subnetIds[]")],
  "aws:ec2/routeTable:RouteTable": [network("vpcId")],
  "aws:ec2/routeTableAssociation:RouteTableAssociation": [subnet("subnetId")],
  "aws:ec2/securityGroup:SecurityGroup": [
    peer("egress[].securityGroups[]"),
    peer("ingress[].securityGroups[]"),
    network("vpcId"),
  ],
  "aws:ec2/securityGroupRule:SecurityGroupRule": [group("securityGroupId"), peer("sourceSecurityGroupId")],
  "aws:ec2/subnet:Subnet": [network("vpcId")],
  "aws:ec2/vpcEndpoint:VpcEndpoint": [group("securityGroupIds[]"), subnet("subnetIds[]"), network("vpcId")],
  "aws:ecs/service:Service": [group("networkConfiguration.securityGroups[]"), subnet("networkConfiguration.subnets[]")],
  "aws:efs/mountTarget:MountTarget": [group("securityGroups[]"), subnet("subnetId")],
  "aws:eks/cluster:Cluster": [group("vpcConfig.securityGroupIds[]"), subnet("vpcConfig.subnetIds[]")],
  "aws:elasticache/cluster:Cluster": [group("securityGroupIds[]")],
  "aws:elasticache/replicationGroup:ReplicationGroup": [group("securityGroupIds[]")],
  "aws:elasticache/serverlessCache:ServerlessCache": [group("securityGroupIds[]"), subnet("subnetIds[]")],
  "aws:elasticache/subnetGroup:SubnetGroup": [subnet("subnetIds[]")],
  "aws:lambda/function:Function": [group("vpcConfig.securityGroupIds[]"), subnet("vpcConfig.subnetIds[]")],
  "aws:lb/loadBalancer:LoadBalancer": [group("securityGroups[]"), subnet("subnets[]")],
  "aws:lb/targetGroup:TargetGroup": [network("vpcId")],
  "aws:msk/cluster:Cluster": [
    group("brokerNodeGroupInfo.securityGroups[]"),
    subnet("brokerNodeGroupInfo.clientSubnets[]"),
  ],
  "aws:neptune/cluster:Cluster": [group("vpcSecurityGroupIds[]")],
  "aws:neptune/subnetGroup:SubnetGroup": [subnet("subnetIds[]")],
  "aws:opensearch/domain:Domain": [group("vpcOptions.securityGroupIds[]"), subnet("vpcOptions.subnetIds[]")],
  "aws:rds/cluster:Cluster": [group("vpcSecurityGroupIds[]")],
  "aws:rds/instance:Instance": [group("vpcSecurityGroupIds[]")],
  "aws:rds/proxy:Proxy": [group("vpcSecurityGroupIds[]"), subnet("vpcSubnetIds[]")],
  "aws:rds/subnetGroup:SubnetGroup": [subnet("subnetIds[]")],
  "aws:redshift/cluster:Cluster": [group("vpcSecurityGroupIds[]")],
  "aws:redshift/subnetGroup:SubnetGroup": [subnet("subnetIds[]")],
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": [
    peer("referencedSecurityGroupId"),
    group("securityGroupId"),
  ],
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": [
    peer("referencedSecurityGroupId"),
    group("securityGroupId"),
  ],
};

/** Ids of networks, subnets and security groups. */
export const identifiersReported: readonly TypeRows[] = Object.entries(places).map(([type, rows]) => ({
  type,
  source,
  rows,
}));
