export { Cluster } from "./cluster";
export { ClusterInstance } from "./clusterInstance";
export { EventSubscription } from "./eventSubscription";
export { Instance } from "./instance";
export { ClusterParameterGroup, ParameterGroup } from "./parameterGroups";
export { Proxy } from "./proxy";
export { ProxyDefaultTargetGroup, ProxyTarget } from "./proxyTargets";
export { ClusterRoleAssociation, RoleAssociation } from "./roleAssociations";
export { SubnetGroup } from "./subnetGroup";
