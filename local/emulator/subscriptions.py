"""Where a subscription filter of CloudWatch Logs sends lines: to a function by its permission, to a stream by a role, or through a destination.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html
"""

import base64
import contextvars
import gzip
import json
import logging
import threading
import time
import uuid

from by_role import send
from permissions import service_refusal
from rights import policy_decision, role_may, trusted_services

logger = logging.getLogger("headroom.subscriptions")

PRINCIPAL = "logs.amazonaws.com"
STREAMS = {"kinesis": ("kinesis:PutRecord", "Kinesis_20131202.PutRecord"), "firehose": ("firehose:PutRecord", "Firehose_20150804.PutRecord")}
REFUSALS = {
    "lambda": "Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.",
    "kinesis": "Could not deliver test message to specified Kinesis stream. Check if the given kinesis stream is in ACTIVE state.",
    "firehose": "Could not deliver test message to specified Firehose stream. Check if the given Firehose stream is in ACTIVE state.",
}


def resolved(logs, destination: str, role: str) -> tuple[str, str, str | None]:
    """The target and its role behind a destination, and why a filter may not use that."""
    from ministack.core.responses import get_account_id

    if destination.split(":")[2] != "logs":
        return destination, role, None
    found = logs._destinations.get(destination.rpartition(":")[2])
    if found is None:
        return destination, role, f"the destination {destination} does not exist"
    caller = f"arn:aws:iam::{get_account_id()}:root"
    allowed = policy_decision(found.get("accessPolicy"), caller, None, "logs:PutSubscriptionFilter", destination) == "Allow"
    problem = None if allowed else f"the policy of {destination} does not allow logs:PutSubscriptionFilter to {get_account_id()}"
    return found.get("targetArn") or "", found.get("roleArn") or "", problem


def delivery_refusal(target: str, role: str, group: str) -> str | None:
    from ministack.core.responses import get_account_id, get_region

    service = target.split(":")[2]
    if service == "lambda":
        source = f"arn:aws:logs:{get_region()}:{get_account_id()}:log-group:{group}:*"
        refusals = [service_refusal(principal, target, source) for principal in (PRINCIPAL, f"logs.{get_region()}.amazonaws.com")]
        return refusals[0] if all(refusals) else None
    if service not in STREAMS:
        return f"{target} is no function and no stream"
    if PRINCIPAL not in trusted_services(role):
        return f"CloudWatch Logs may not assume the role {role or 'that is missing'}. Fix: a role whose trust policy has the service {PRINCIPAL}"
    return role_may(role, STREAMS[service][0], target)


def deliver(target: str, role: str, payload: dict) -> None:
    data = base64.b64encode(gzip.compress(json.dumps(payload).encode())).decode()
    service, region, name = target.split(":")[2], target.split(":")[3], target.rpartition("/")[2]
    if service == "lambda":
        from ministack.services import lambda_svc

        function, config, _ = lambda_svc._get_func_record_for_ref(target)
        if function is not None and config is not None:
            record = lambda_svc._execution_record_for_config(function, config)
            lambda_svc.invoke_async_with_retry(record, {"awslogs": {"data": data}})
        return
    key = {"StreamName": name, "PartitionKey": payload["logStream"], "Data": data} if service == "kinesis" else {"DeliveryStreamName": name, "Record": {"Data": data}}
    headers = {"X-Amz-Target": STREAMS[service][1], "Content-Type": "application/x-amz-json-1.1"}
    status, _, answer = send(role, service, region, "POST", "/", {}, headers, json.dumps(key).encode())
    if status >= 300:
        logger.error("%s took no lines of %s: %s", target, payload["logGroup"], answer.decode("utf-8", "replace"))


def install(logs) -> None:
    put = logs._put_subscription_filter

    def put_allowed(data):
        from ministack.core.responses import error_response_json

        destination = data.get("destinationArn") or ""
        if destination.count(":") >= 5 and data.get("logGroupName") in logs._log_groups:
            target, role, problem = resolved(logs, destination, data.get("roleArn") or "")
            problem = problem or delivery_refusal(target, role, data["logGroupName"])
            if problem:
                logger.error("refused: %s", problem)
                return error_response_json("InvalidParameterException", REFUSALS.get(target.split(":")[2], problem), 400)
        return put(data)

    def fan_out(group, stream, events):
        from ministack.core.responses import get_account_id

        for each in ((logs._log_groups.get(group) or {}).get("subscriptionFilters") or {}).values():
            found = [event for event in events if logs._subscription_pattern_matches(each.get("filterPattern", ""), event.get("message", ""))]
            target, role, problem = resolved(logs, each.get("destinationArn") or "::::::", each.get("roleArn") or "")
            if not found or group == f"/aws/lambda/{target.rpartition(':function:')[2].partition(':')[0]}":
                continue  # a function whose own lines call it would never end
            problem = problem or delivery_refusal(target, role, group)
            if problem:
                logger.error("refused: %s", problem)
                continue
            now = int(time.time() * 1000)
            lines = [{"id": uuid.uuid4().hex, "timestamp": event.get("timestamp", now), "message": event.get("message", "")} for event in found]
            payload = {
                "messageType": "DATA_MESSAGE",
                "owner": get_account_id(),
                "logGroup": group,
                "logStream": stream,
                "subscriptionFilters": [each.get("filterName", "")],
                "logEvents": lines,
            }
            in_scope = contextvars.copy_context()
            threading.Thread(target=in_scope.run, args=(deliver, target, role, payload), daemon=True).start()

    logs._put_subscription_filter, logs._fanout_to_subscription_filters = put_allowed, fan_out
