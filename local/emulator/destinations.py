"""Where Lambda sends what a function did not process: by the function's own role, which needs the right to.

https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
"""

import logging
import uuid

from rights import role_may

logger = logging.getLogger("headroom.destinations")
ACTIONS = {"sqs": "sqs:SendMessage", "sns": "sns:Publish"}


def may_send(destination: str, role_arn: str) -> bool:
    service = destination.split(":")[2]
    action = ACTIONS.get(service)
    refusal = action and role_may(role_arn, action, destination, policy_of(service, destination))
    if refusal:
        logger.error("nothing is sent to %s: %s", destination, refusal)
    return not refusal


def policy_of(service: str, arn: str):
    from ministack.services import sns, sqs

    found = (sqs.queue_policy_for_arn if service == "sqs" else sns.topic_policy_for_arn)(arn)
    return found[0] if found else ""


def send(destination: str, role_arn: str, body: str) -> None:
    """A record of a stream's reader; one that cannot be delivered is lost, as on AWS, and the log says why."""
    from ministack.services import eventbridge, sns

    if not may_send(destination, role_arn):
        return
    service = destination.split(":")[2]
    if service == "sqs":
        from ministack.core.arn import parse_arn

        eventbridge._dispatch_to_sqs(parse_arn(destination), body)
    elif service == "sns":
        sns._fanout(destination, str(uuid.uuid4()), body, "")
