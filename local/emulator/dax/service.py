"""The control plane: clusters, their parameters and their subnets. What AWS takes minutes for is done at once."""

import time

from json_service import Fault, JsonService

from .cluster import HOST, Cluster

DEFAULT_GROUP = "default.dax1.0"
DEFAULTS = {"record-ttl-millis": "300000", "query-ttl-millis": "300000"}
MOST_NODES = 11


class Service(JsonService):
    def __init__(self, certificate: str, now):
        from ministack.core.responses import AccountRegionScopedDict

        self._certificate, self._now = certificate, now
        self._clusters, self._groups, self._subnets, self._tags = (AccountRegionScopedDict() for _ in range(4))

    @staticmethod
    def _arn(name: str) -> str:
        from ministack.core.responses import get_account_id, get_region

        return f"arn:aws:dax:{get_region()}:{get_account_id()}:cache/{name}"

    def _cluster(self, data: dict) -> Cluster:
        name = data["ClusterName"].lower()
        if name not in self._clusters:
            raise Fault("ClusterNotFoundFault", f"Cluster {name} not found.")
        return self._clusters[name]

    @staticmethod
    def _described(cluster: Cluster) -> dict:
        settings = cluster.settings
        scheme = "daxs" if settings["ClusterEndpointEncryptionType"] == "TLS" else "dax"
        endpoint = {"Address": HOST, "Port": cluster.port, "URL": f"{scheme}://{HOST}:{cluster.port}"}
        nodes = [
            {
                "NodeId": f"{settings['ClusterName']}-{'abcdefghijk'[number]}",
                "Endpoint": endpoint,
                "NodeCreateTime": settings["Created"],
                "AvailabilityZone": f"{cluster.scope[1]}{'abc'[number % 3]}",
                "NodeStatus": "available",
                "ParameterGroupStatus": "in-sync",
            }
            for number in range(settings["TotalNodes"])
        ]
        told = {name: value for name, value in settings.items() if name != "Created"}
        return {**told, "Status": "available", "ActiveNodes": len(nodes), "ClusterDiscoveryEndpoint": endpoint, "Nodes": nodes}

    def connections(self):
        for (account, region, name), cluster in self._clusters.all_items():
            yield (account, region), "AWS/DAX", "ClientConnections", {"ClusterId": name}, len(cluster.connections)

    async def _CreateCluster(self, data: dict) -> dict:
        from ministack.core.responses import get_account_id, get_region

        name = data["ClusterName"].lower()
        if name in self._clusters:
            raise Fault("ClusterAlreadyExistsFault", f"Cluster {name} already exists.")
        if not 1 <= data["ReplicationFactor"] <= MOST_NODES:
            raise Fault("InvalidParameterValueException", f"ReplicationFactor must be 1 to {MOST_NODES}.")
        group = data.get("ParameterGroupName") or DEFAULT_GROUP
        self._parameters(group)
        settings = {
            "ClusterName": name,
            "ClusterArn": self._arn(name),
            "Description": data.get("Description"),
            "TotalNodes": data["ReplicationFactor"],
            "NodeType": data["NodeType"],
            "PreferredMaintenanceWindow": data.get("PreferredMaintenanceWindow") or "sun:05:00-sun:06:00",
            "SubnetGroup": data.get("SubnetGroupName") or "default",
            "IamRoleArn": data["IamRoleArn"],
            "SSEDescription": {"Status": "ENABLED" if (data.get("SSESpecification") or {}).get("Enabled") else "DISABLED"},
            "ClusterEndpointEncryptionType": data.get("ClusterEndpointEncryptionType") or "NONE",
            "Created": time.time(),
        }
        self._set(settings, {"SecurityGroupIds": [], **data, "ParameterGroupName": group})

        def seconds(parameter: str) -> float:
            kept = settings["ParameterGroup"]["ParameterGroupName"]
            return int((self._groups.get_scoped(*cluster.scope, kept) or {"values": DEFAULTS})["values"][parameter]) / 1000

        cluster = Cluster((get_account_id(), get_region()), settings, seconds, self._certificate, self._now)
        await cluster.start()
        self._clusters[name] = cluster
        self._tags[settings["ClusterArn"]] = {each["Key"]: each["Value"] for each in data.get("Tags") or []}
        return {"Cluster": self._described(cluster)}

    def _set(self, settings: dict, data: dict) -> None:
        """What of a cluster can be changed."""
        for name in ("Description", "PreferredMaintenanceWindow"):
            if data.get(name) is not None:
                settings[name] = data[name]
        if data.get("NotificationTopicArn"):
            status = data.get("NotificationTopicStatus") or "active"
            settings["NotificationConfiguration"] = {"TopicArn": data["NotificationTopicArn"], "TopicStatus": status}
        if group := data.get("ParameterGroupName"):
            self._parameters(group)
            settings["ParameterGroup"] = {"ParameterGroupName": group, "ParameterApplyStatus": "in-sync", "NodeIdsToReboot": []}
        if (groups := data.get("SecurityGroupIds")) is not None:
            settings["SecurityGroups"] = [{"SecurityGroupIdentifier": each, "Status": "active"} for each in groups]

    def _UpdateCluster(self, data: dict) -> dict:
        cluster = self._cluster(data)
        self._set(cluster.settings, data)
        return {"Cluster": self._described(cluster)}

    def _resize(self, data: dict) -> dict:
        cluster = self._cluster(data)
        if not 1 <= data["NewReplicationFactor"] <= MOST_NODES:
            raise Fault("InvalidParameterValueException", f"NewReplicationFactor must be 1 to {MOST_NODES}.")
        cluster.settings["TotalNodes"] = data["NewReplicationFactor"]
        return {"Cluster": self._described(cluster)}

    _IncreaseReplicationFactor = _DecreaseReplicationFactor = _resize

    def _RebootNode(self, data: dict) -> dict:
        cluster = self._cluster(data)
        if data["NodeId"] not in [each["NodeId"] for each in self._described(cluster)["Nodes"]]:
            raise Fault("NodeNotFoundFault", f"Node {data['NodeId']} not found.")
        cluster.restart()
        return {"Cluster": self._described(cluster)}

    def _DeleteCluster(self, data: dict) -> dict:
        cluster = self._cluster(data)
        described = self._described(cluster)
        cluster.stop()
        del self._clusters[cluster.settings["ClusterName"]]
        self._tags.pop(cluster.settings["ClusterArn"], None)
        return {"Cluster": {**described, "Status": "deleting"}}

    def _DescribeClusters(self, data: dict) -> dict:
        named = data.get("ClusterNames")
        found = [self._cluster({"ClusterName": name}) for name in named] if named else list(self._clusters.values())
        return {"Clusters": [self._described(cluster) for cluster in found]}

    def _parameters(self, group: str) -> dict:
        found = self._groups.get(group)
        if found is None and group != DEFAULT_GROUP:
            raise Fault("ParameterGroupNotFoundFault", f"Parameter group {group} not found.")
        return found or {"ParameterGroupName": group, "Description": "Default parameter group for dax1.0", "values": DEFAULTS}

    @staticmethod
    def _told(group: dict) -> dict:
        return {name: value for name, value in group.items() if name != "values"}

    def _CreateParameterGroup(self, data: dict) -> dict:
        name = data["ParameterGroupName"]
        if name in self._groups or name == DEFAULT_GROUP:
            raise Fault("ParameterGroupAlreadyExistsFault", f"Parameter group {name} already exists.")
        self._groups[name] = {"ParameterGroupName": name, "Description": data.get("Description"), "values": dict(DEFAULTS)}
        return {"ParameterGroup": self._told(self._groups[name])}

    def _UpdateParameterGroup(self, data: dict) -> dict:
        name = data["ParameterGroupName"]
        if name == DEFAULT_GROUP:
            raise Fault("InvalidParameterValueException", f"Parameter group {name} cannot be changed.")
        group = self._parameters(name)
        for each in data["ParameterNameValues"]:
            if each["ParameterName"] not in DEFAULTS or not each["ParameterValue"].isdigit():
                raise Fault("InvalidParameterValueException", f"{each['ParameterName']} cannot be {each['ParameterValue']}.")
            group["values"][each["ParameterName"]] = each["ParameterValue"]
        return {"ParameterGroup": self._told(group)}

    def _DescribeParameterGroups(self, data: dict) -> dict:
        named = data.get("ParameterGroupNames") or [DEFAULT_GROUP, *self._groups.keys()]
        return {"ParameterGroups": [self._told(self._parameters(name)) for name in named]}

    def _DescribeParameters(self, data: dict) -> dict:
        values = self._parameters(data["ParameterGroupName"])["values"]
        source = "system" if values == DEFAULTS else "user"
        fields = {"ParameterType": "DEFAULT", "DataType": "integer", "IsModifiable": "TRUE", "ChangeType": "IMMEDIATE", "Source": source}
        return {"Parameters": [{**fields, "ParameterName": name, "ParameterValue": value} for name, value in values.items()]}

    def _DeleteParameterGroup(self, data: dict) -> dict:
        name = self._parameters(data["ParameterGroupName"])["ParameterGroupName"]
        if any(each.settings["ParameterGroup"]["ParameterGroupName"] == name for each in self._clusters.values()):
            raise Fault("InvalidParameterGroupStateFault", f"A cluster uses the parameter group {name}.")
        del self._groups[name]
        return {"DeletionMessage": f"Parameter group {name} has been deleted."}

    def _subnet_group(self, name: str) -> dict:
        if name not in self._subnets:
            raise Fault("SubnetGroupNotFoundFault", f"Subnet group {name} not found.")
        return self._subnets[name]

    def _subnets_of(self, ids: list[str]) -> dict:
        from ministack.services import ec2

        found = [ec2._subnets.get(each) for each in ids]
        if not found or None in found:
            raise Fault("InvalidSubnet", f"There are no such subnets: {', '.join(ids)}.")
        subnets = [{"SubnetIdentifier": each["SubnetId"], "SubnetAvailabilityZone": each.get("AvailabilityZone")} for each in found]
        return {"VpcId": found[0].get("VpcId"), "Subnets": subnets}

    def _CreateSubnetGroup(self, data: dict) -> dict:
        name = data["SubnetGroupName"]
        if name in self._subnets:
            raise Fault("SubnetGroupAlreadyExistsFault", f"Subnet group {name} already exists.")
        group = {"SubnetGroupName": name, "Description": data.get("Description"), **self._subnets_of(data["SubnetIds"])}
        self._subnets[name] = group
        return {"SubnetGroup": group}

    def _UpdateSubnetGroup(self, data: dict) -> dict:
        group = self._subnet_group(data["SubnetGroupName"])
        if data.get("Description") is not None:
            group["Description"] = data["Description"]
        if data.get("SubnetIds"):
            group.update(self._subnets_of(data["SubnetIds"]))
        return {"SubnetGroup": group}

    def _DescribeSubnetGroups(self, data: dict) -> dict:
        named = data.get("SubnetGroupNames") or list(self._subnets.keys())
        return {"SubnetGroups": [self._subnet_group(name) for name in named]}

    def _DeleteSubnetGroup(self, data: dict) -> dict:
        name = self._subnet_group(data["SubnetGroupName"])["SubnetGroupName"]
        if any(each.settings["SubnetGroup"] == name for each in self._clusters.values()):
            raise Fault("SubnetGroupInUseFault", f"A cluster uses the subnet group {name}.")
        del self._subnets[name]
        return {"DeletionMessage": f"Subnet group {name} has been deleted."}

    def _tags_of(self, data: dict) -> dict:
        if data["ResourceName"] not in self._tags:
            raise Fault("ClusterNotFoundFault", f"{data['ResourceName']} not found.")
        return self._tags[data["ResourceName"]]

    def _ListTags(self, data: dict) -> dict:
        return {"Tags": [{"Key": key, "Value": value} for key, value in self._tags_of(data).items()]}

    def _TagResource(self, data: dict) -> dict:
        self._tags_of(data).update({each["Key"]: each["Value"] for each in data["Tags"]})
        return self._ListTags(data)

    def _UntagResource(self, data: dict) -> dict:
        for key in data["TagKeys"]:
            self._tags_of(data).pop(key, None)
        return self._ListTags(data)
