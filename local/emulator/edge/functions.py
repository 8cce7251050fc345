"""Calls of Lambda@Edge: what a function gets, and CloudFront's answer when it fails.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-503-lambda-limit-exceeded-error.html
"""

import base64
import json
import logging

from .results import DISALLOWED, Invalid

logger = logging.getLogger("headroom.edge")

BODY_BYTES = {"viewer-request": 40 * 1024, "origin-request": 1024 * 1024}


class Failed(Exception):
    """CloudFront's own answer to a function that failed."""

    def __init__(self, status: int, cause: str, message: str):
        super().__init__(message)
        self.status, self.cause, self.message = status, cause, message


def event_headers(cloudfront, headers: dict) -> dict:
    """Headers as a function sees them: by the name in small letters, each value with the name as it is written."""
    return {
        name.lower(): [
            {"key": cloudfront._title_case_header_name(name), "value": str(value)} for value in (values if isinstance(values, list) else [values])
        ]
        for name, values in headers.items()
        if not DISALLOWED.match(name)
    }


def event_body(event_type: str, body: bytes) -> dict:
    cut = body[: BODY_BYTES[event_type]]
    return {"action": "read-only", "data": base64.b64encode(cut).decode(), "encoding": "base64", "inputTruncated": len(cut) < len(body)}


def event_origin(cloudfront, origin: dict, viewer_is_https: bool) -> dict:
    headers: dict = {}
    for name, value in origin["custom_headers"]:
        headers.setdefault(name.lower(), []).append({"key": name, "value": value})
    shared = {"customHeaders": headers, "domainName": origin["domain_name"], "path": origin["origin_path"]}
    if origin.get("s3_bucket"):
        from ministack.services import s3

        method = "origin-access-identity" if origin["oai_id"] else "none"
        bucket = s3._ensure_bucket(origin["s3_bucket"]) or {}
        return {"s3": {**shared, "authMethod": method, "region": bucket.get("region") or "us-east-1"}}
    _, port, https = cloudfront._origin_connect_target(origin, viewer_is_https)
    return {
        "custom": {
            **shared,
            "port": port,
            "protocol": "https" if https else "http",
            "readTimeout": origin["read_timeout"],
            "keepaliveTimeout": origin["keep_alive"],
            "sslProtocols": origin["ssl_protocols"],
        }
    }


async def call(arn: str, config: dict, request: dict, response: dict | None = None) -> dict:
    """What a function returns; Failed where it returns nothing that can be judged."""
    from ministack.core.concurrency import run_reentrant
    from ministack.services import lambda_svc

    function, settings, _ = lambda_svc._get_func_record_for_ref(arn)
    if function is None or settings is None:
        raise failed(config, arn, 503, "LambdaExecutionError", "the function does not exist")
    cf = {"config": config, "request": request, **({"response": response} if response is not None else {})}
    record = lambda_svc._execution_record_for_config(function, settings)
    result = await run_reentrant(lambda_svc._execute_function_with_config_scope, record, {"Records": [{"cf": cf}]}, thread_name="headroom-edge")
    body = result.get("body")
    if result.get("throttle"):
        raise failed(config, arn, 503, "LambdaLimitExceeded", "The Lambda function associated with the CloudFront distribution was throttled.")
    if result.get("error"):
        kind = body.get("errorType", "") if isinstance(body, dict) else ""
        cause = "LambdaLimitExceeded" if kind == "Sandbox.Timedout" else "LambdaExecutionError"
        raise failed(config, arn, 503, cause, f"{kind}: {body.get('errorMessage')}" if isinstance(body, dict) else str(body))
    try:
        answer = json.loads(body) if isinstance(body, (str, bytes)) and body else body
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise invalid(config, arn, Invalid("The Lambda function returned an invalid json: The json output must be an object type."))
    return answer


def invalid(config: dict, arn: str, problem: Invalid) -> Failed:
    return failed(config, arn, 502, "LambdaValidationError", str(problem))


def failed(config: dict, arn: str, status: int, cause: str, reason: str) -> Failed:
    """The log says what went wrong; a visitor hears no more than on AWS."""
    logger.error("refused: %s at %s answers %d (%s): %s", arn, config["eventType"], status, cause, reason)
    if cause == "LambdaExecutionError":
        reason = "The Lambda function associated with the CloudFront distribution is invalid or doesn't have the required permissions."
    elif cause == "LambdaLimitExceeded":
        reason = "The Lambda function associated with the CloudFront distribution was throttled."
    return Failed(status, cause, reason)
