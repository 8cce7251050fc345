"""The control plane: scalable targets, their policies and scheduled actions, and what was scaled."""

import hashlib
import uuid

from json_service import Fault, JsonService

from .capacity import Capacity

NOT_FOUND = "ObjectNotFoundException"
TARGET = ("ServiceNamespace", "ResourceId", "ScalableDimension")
ROLE = "aws-service-role/dynamodb.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_DynamoDBTable"
LONGEST_HISTORY = 1000


class Service(JsonService):
    def __init__(self, clock, changed):
        from ministack.core.responses import AccountRegionScopedDict

        self._clock, self._changed = clock, changed
        self.targets, self.policies, self._actions, self._tags, self._history = (AccountRegionScopedDict() for _ in range(5))

    @staticmethod
    def key(data: dict) -> str:
        return "|".join(data[name] for name in TARGET)

    @staticmethod
    def capacity(data: dict) -> Capacity | None:
        """What can be scaled here: of other services a target is kept, and stays as it is."""
        if data["ServiceNamespace"] != "dynamodb":
            return None
        try:
            return Capacity(data["ResourceId"], data["ScalableDimension"])
        except ValueError as problem:
            raise Fault("ValidationException", str(problem)) from None

    @staticmethod
    def _arn(kind: str, *parts: str) -> str:
        from ministack.core.responses import get_account_id, get_region

        service = "application-autoscaling" if kind == "scalable-target" else "autoscaling"
        number = hashlib.sha256("|".join(parts).encode()).hexdigest()
        return f"arn:aws:{service}:{get_region()}:{get_account_id()}:{kind}{'/' if kind == 'scalable-target' else ':'}{number[:34]}"

    def scale(self, data: dict, units: int, cause: str) -> bool:
        """Sets a capacity and writes that down; whether it was another one before."""
        capacity = self.capacity(data)
        before = capacity.units() if capacity else None
        if before is None or before == units:
            return False
        capacity.set(units)
        self._changed()
        what, now = f"{capacity.way.lower()} capacity units to {units}.", self._clock.now()
        activity = {
            **{name: data[name] for name in TARGET},
            "ActivityId": str(uuid.uuid4()),
            "Description": f"Setting {what}",
            "Cause": cause,
            "StartTime": now,
            "EndTime": now,
            "StatusCode": "Successful",
            "StatusMessage": f"Successfully set {what} Change successfully fulfilled by dynamodb.",
        }
        self._history[self.key(data)] = [activity, *self._history.get(self.key(data), [])][:LONGEST_HISTORY]
        return True

    def _hold_bounds(self, target: dict) -> None:
        capacity = self.capacity(target)
        units = capacity.units() if capacity else None
        if units is not None and units < target["MinCapacity"]:
            self.scale(target, target["MinCapacity"], f"minimum capacity was set to {target['MinCapacity']}")
        elif units is not None and units > target["MaxCapacity"]:
            self.scale(target, target["MaxCapacity"], f"maximum capacity was set to {target['MaxCapacity']}")

    def _target(self, data: dict) -> dict:
        if self.key(data) not in self.targets:
            message = f"No scalable target registered for service namespace: {data['ServiceNamespace']}, "
            raise Fault(NOT_FOUND, f"{message}resource ID: {data['ResourceId']}, scalable dimension: {data['ScalableDimension']}")
        return self.targets[self.key(data)]

    def _RegisterScalableTarget(self, data: dict) -> dict:
        from ministack.core.responses import get_account_id

        self.capacity(data)
        key = self.key(data)
        known = self.targets.get(key) or {
            "RoleARN": data.get("RoleARN") or f"arn:aws:iam::{get_account_id()}:role/{ROLE}",
            "CreationTime": self._clock.now(),
            "SuspendedState": {f"{each}Suspended": False for each in ("DynamicScalingIn", "DynamicScalingOut", "ScheduledScaling")},
            "ScalableTargetARN": self._arn("scalable-target", key),
        }
        suspended = {**known["SuspendedState"], **(data.get("SuspendedState") or {})}
        bounds = {name: data[name] for name in (*TARGET, "MinCapacity", "MaxCapacity") if data.get(name) is not None}
        target = {**known, **bounds, "SuspendedState": suspended}
        if not 0 <= target.get("MinCapacity", -1) <= target.get("MaxCapacity", -1):
            raise Fault("ValidationException", "MinCapacity and MaxCapacity are required, and the maximum must not be smaller.")
        self.targets[key] = target
        if data.get("Tags"):
            self._tags[target["ScalableTargetARN"]] = dict(data["Tags"])
        self._hold_bounds(target)
        return {"ScalableTargetARN": target["ScalableTargetARN"]}

    def _DeregisterScalableTarget(self, data: dict) -> dict:
        self._tags.pop(self._target(data)["ScalableTargetARN"], None)
        del self.targets[self.key(data)]
        for store in (self.policies, self._actions):
            for name in [name for name, each in store.items() if self.key(each) == self.key(data)]:
                del store[name]
        return {}

    @staticmethod
    def _asked(found, data: dict) -> list[dict]:
        """Those that have what was asked for, without what is not for the reader."""
        asked = [name for name in TARGET if data.get(name)]
        ids = data.get("ResourceIds")
        return [
            {name: value for name, value in each.items() if name[0].isupper()}
            for each in found
            if all(each[name] == data[name] for name in asked) and (not ids or each["ResourceId"] in ids)
        ]

    def _DescribeScalableTargets(self, data: dict) -> dict:
        return {"ScalableTargets": self._asked(self.targets.values(), data)}

    def _named(self, data: dict, name: str) -> str:
        return f"{self.key(data)}|{data[name]}"

    def _PutScalingPolicy(self, data: dict) -> dict:
        self._target(data)
        key = self._named(data, "PolicyName")
        known = self.policies.get(key) or {"CreationTime": self._clock.now(), "PolicyType": "StepScaling", "Alarms": []}
        self.policies[key] = policy = {**known, **data, "PolicyARN": self._arn("scalingPolicy", key)}
        return {"PolicyARN": policy["PolicyARN"], "Alarms": policy["Alarms"]}

    def _DescribeScalingPolicies(self, data: dict) -> dict:
        named = data.get("PolicyNames")
        return {"ScalingPolicies": self._asked((each for each in self.policies.values() if not named or each["PolicyName"] in named), data)}

    def _DeleteScalingPolicy(self, data: dict) -> dict:
        if self.policies.pop(self._named(data, "PolicyName"), None) is None:
            raise Fault(NOT_FOUND, f"No scaling policy found for {data['PolicyName']}.")
        return {}

    def _PutScheduledAction(self, data: dict) -> dict:
        self._target(data)
        key = self._named(data, "ScheduledActionName")
        known = self._actions.get(key) or {"CreationTime": self._clock.now()}
        self._actions[key] = {**known, **data, "ScheduledActionARN": self._arn("scheduledAction", key)}
        return {}

    def _DescribeScheduledActions(self, data: dict) -> dict:
        named = data.get("ScheduledActionNames")
        found = (each for each in self._actions.values() if not named or each["ScheduledActionName"] in named)
        return {"ScheduledActions": self._asked(found, data)}

    def _DeleteScheduledAction(self, data: dict) -> dict:
        if self._actions.pop(self._named(data, "ScheduledActionName"), None) is None:
            raise Fault(NOT_FOUND, f"No scheduled action found for {data['ScheduledActionName']}.")
        return {}

    def schedules(self):
        """(key, name, schedule as Scheduler has one, what it does) for each scheduled action, in all accounts and Regions."""
        for (account, region, key), action in list(self._actions.all_items()):
            record = {
                "ScheduleExpression": action["Schedule"],
                "ScheduleExpressionTimezone": action.get("Timezone"),
                "StartDate": action.get("StartTime"),
                "EndDate": action.get("EndTime"),
                "CreationTime": action["CreationTime"],
                "State": "ENABLED",
            }
            yield (account, region, key), action["ScheduledActionName"], record, lambda key=key, action=action: self._run(key, action)

    def _run(self, key: str, action: dict) -> bool:
        target = self.targets.get(self.key(action))
        if key not in self._actions or target is None or target["SuspendedState"]["ScheduledScalingSuspended"]:
            return False
        target.update(action.get("ScalableTargetAction") or {})
        self._hold_bounds(target)
        return True

    def _DescribeScalingActivities(self, data: dict) -> dict:
        found = self._asked((each for activities in self._history.values() for each in activities), data)
        return {"ScalingActivities": sorted(found, key=lambda each: -each["StartTime"])}

    def _ListTagsForResource(self, data: dict) -> dict:
        return {"Tags": self._tags.get(data["ResourceARN"]) or {}}

    def _TagResource(self, data: dict) -> dict:
        self._tags[data["ResourceARN"]] = {**(self._tags.get(data["ResourceARN"]) or {}), **data["Tags"]}
        return {}

    def _UntagResource(self, data: dict) -> dict:
        tags = self._tags.get(data["ResourceARN"]) or {}
        self._tags[data["ResourceARN"]] = {key: value for key, value in tags.items() if key not in data["TagKeys"]}
        return {}
