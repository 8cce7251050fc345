"""Target tracking of DynamoDB: up after two minutes above the target, down after 15 minutes that were 20 points below it.

https://repost.aws/knowledge-center/dynamodb-auto-scaling
"""

import math

from clock.scope import in_scope

OUT_MINUTES, IN_MINUTES, BELOW = 2, 15, 20
# After a move of the clock, when a load from before it is judged: until it has settled.
SETTLING = (60, 120, *range(900, 7201, 900))


class Tracking:
    def __init__(self, service, clock):
        self._service, self._clock = service, clock

    @staticmethod
    def moments(begin: float) -> list[float]:
        return [begin + seconds for seconds in SETTLING]

    def sweep(self) -> None:
        for (account, region, _), policy in list(self._service.policies.all_items()):
            if policy["PolicyType"] == "TargetTrackingScaling":
                with in_scope(account, region):
                    self._judge(policy)

    def _judge(self, policy: dict) -> None:
        target = self._service.targets.get(self._service.key(policy))
        capacity = self._service.capacity(policy)
        units = capacity.units() if target and capacity else None
        if units is None:
            return
        settings, suspended = policy["TargetTrackingScalingPolicyConfiguration"], target.get("SuspendedState") or {}
        aim = settings["TargetValue"] / 100
        used = capacity.used(IN_MINUTES)
        if all(each > aim * units for each in used[:OUT_MINUTES]) and not suspended.get("DynamicScalingOutSuspended"):
            self._scale(target, policy, max(used[:OUT_MINUTES]) / aim, "High", settings.get("ScaleOutCooldown", 0))
        old = self._clock.now() - target["CreationTime"] >= IN_MINUTES * 60
        low = all(each < (aim - BELOW / 100) * units for each in used) and not settings.get("DisableScaleIn")
        if old and low and not suspended.get("DynamicScalingInSuspended"):
            self._scale(target, policy, max(used) / aim, "Low", settings.get("ScaleInCooldown", 0))

    def _scale(self, target: dict, policy: dict, wanted: float, side: str, cooldown: float) -> None:
        if self._clock.now() - policy.get("scaled", 0.0) < cooldown:
            return
        units = min(max(math.ceil(round(wanted, 9)), target["MinCapacity"]), target["MaxCapacity"])
        alarm = f"TargetTracking-{policy['ResourceId']}-Alarm{side}"
        if self._service.scale(policy, units, f"monitor alarm {alarm} in state ALARM triggered policy {policy['PolicyName']}"):
            policy["scaled"] = self._clock.now()
