"""A pipe reads its source and calls its target by its role.

https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html
"""

import logging

from permissions import ACTIONS
from rights import role_may, trusted_services

logger = logging.getLogger("headroom.pipes")

PRINCIPAL = "pipes.amazonaws.com"
READS = {"dynamodb": ("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator")}


def pipe_refusal(pipe: dict) -> str | None:
    role, source, target = pipe.get("RoleArn") or "", pipe.get("Source") or "", pipe.get("Target") or ""
    if PRINCIPAL not in trusted_services(role):
        return f"the pipe {pipe['Arn']} may not assume the role {role}. Fix: a statement of its trust policy for the service {PRINCIPAL}"
    service = target.split(":")[2]
    needed = [(action, source) for action in READS.get(source.split(":")[2], ())] + [(ACTIONS[service], target)] * (service in ACTIONS)
    return next((refusal for action, arn in needed if (refusal := role_may(role, action, arn))), None)


def install(pipes) -> None:
    deliver = pipes._deliver_batch
    told: dict[str, str] = {}

    def deliver_allowed(pipe, batch):
        refusal = pipe_refusal(pipe)
        if refusal and told.get(pipe["Arn"]) != refusal:
            logger.error("refused: %s", refusal)  # once, while the batch waits and is tried again
        told[pipe["Arn"]] = refusal or ""
        return False if refusal else deliver(pipe, batch)

    pipes._deliver_batch = deliver_allowed
