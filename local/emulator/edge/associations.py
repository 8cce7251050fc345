"""Which functions CloudFront lets a distribution have.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html
"""

import re

from rights import trusted_services

from .settings import lambdas_of, texts

REGION = "us-east-1"
LONGEST_SECONDS = 30
PRINCIPALS = {"lambda.amazonaws.com", "edgelambda.amazonaws.com"}
VIEWER = {"viewer-request", "viewer-response"}


def guard_associations(cloudfront) -> None:
    def guarded(change, of_body):
        def change_allowed(*args):
            config = of_body(args[-1])
            problem = config is not None and problem_of(config)
            if problem:
                return cloudfront._error(*problem, 400)
            return change(*args)

        return change_allowed

    parse = cloudfront._parse_body
    cloudfront._create_distribution = guarded(
        cloudfront._create_distribution, lambda body: cloudfront._unwrap_distribution_create_xml(parse(body))[0] if parse(body) is not None else None
    )
    cloudfront._update_distribution = guarded(cloudfront._update_distribution, parse)


def problem_of(config) -> tuple[str, str] | None:
    for behavior in config.findall("{*}DefaultCacheBehavior") + config.findall("{*}CacheBehaviors/{*}Items/{*}CacheBehavior"):
        lambdas = lambdas_of(behavior)
        functions = set(texts(behavior, "FunctionAssociations/Items/FunctionAssociation/EventType"))
        if functions & VIEWER and lambdas.keys() & VIEWER:
            return "InvalidFunctionAssociation", "CloudFront Functions and Lambda@Edge cannot be combined in viewer events of a cache behavior."
        for event, (arn, include_body) in lambdas.items():
            if event.endswith("-response") and include_body:
                return "InvalidLambdaFunctionAssociation", f"The parameter IncludeBody is for request events only, not for {event}. Function: {arn}"
            if problem := function_problem(arn):
                return "InvalidLambdaFunctionAssociation", problem
    return None


def function_problem(arn: str) -> str | None:
    from ministack.services import lambda_svc

    if not re.search(r":function:[\w-]+:\d+$", arn):
        return f"The function ARN must reference a specific function version. (The ARN must end with the version number.) ARN: {arn}"
    if arn.split(":")[3] != REGION:
        return f"The function must be in region '{REGION}'. ARN: {arn}"
    function, config, _ = lambda_svc._get_func_record_for_ref(arn)
    if function is None or config is None:
        return f"The function does not exist. Function: {arn}"
    refused = {
        "environment variables": (config.get("Environment") or {}).get("Variables"),
        "a VPC configuration": (config.get("VpcConfig") or {}).get("SubnetIds"),
        "a dead letter queue": (config.get("DeadLetterConfig") or {}).get("TargetArn"),
        "layers": config.get("Layers"),
        "active tracing": (config.get("TracingConfig") or {}).get("Mode") == "Active",
        "the architecture arm64": "arm64" in (config.get("Architectures") or []),
        "a container image": config.get("PackageType") == "Image",
        "more than 512 MB of ephemeral storage": (config.get("EphemeralStorage") or {}).get("Size", 512) > 512,
        f"a timeout of more than {LONGEST_SECONDS} seconds": config.get("Timeout", 3) > LONGEST_SECONDS,
    }
    for what, found in refused.items():
        if found:
            return f"The function cannot have {what}. Function: {arn}"
    return role_problem(config.get("Role") or "")


def role_problem(arn: str) -> str | None:
    if PRINCIPALS <= trusted_services(arn):
        return None
    return f"The function execution role must be assumable with {' and '.join(sorted(PRINCIPALS))}. Update the IAM role and try again. Role: {arn}"
