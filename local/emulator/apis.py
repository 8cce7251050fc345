"""What a web ACL says of requests, how long an API waits for its function, and what a client hears when that takes too long or fails.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
HTTP APIs answer with 503, as their users find: https://github.com/serverless/serverless/issues/11222, https://github.com/anomalyco/sst/issues/2232
"""

import asyncio
import urllib.parse

from edge.firewall import Asked

REST_MILLISECONDS, HTTP_MILLISECONDS = 29_000, 30_000


def timed(call, longest: int, answer):
    async def call_in_time(integration, *args, **kwargs):
        milliseconds = int(integration.get("timeoutInMillis") or longest)
        try:
            # The function goes on by itself, as on AWS.
            return await asyncio.wait_for(call(integration, *args, **kwargs), milliseconds / 1000)
        except asyncio.TimeoutError:
            return answer()

    return call_in_time


def guard(rest, waf, firewall) -> None:
    """Has a stage's web ACL judge its requests: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html"""
    execute = rest._execute_in_scope

    async def execute_judged(request, api_id, stage, method, path, headers, body, query, account, region):
        from ministack.core import responses

        acl = waf._associations.get(f"arn:aws:apigateway:{region}::/restapis/{api_id}/stages/{stage}")
        if acl:
            text = urllib.parse.urlencode(query or {}, doseq=True)
            small = {name.lower(): value for name, value in (headers or {}).items()}
            refusal = firewall.judge(acl, Asked(method, path, text, small, body, responses._request_client_ip.get()))
            if refusal and refusal.status == 403 and not refusal.body:
                request["stage"] = rest._stages_v1.get(api_id, {}).get(stage)
                return rest._gw_error("WAF_FILTERED", "Forbidden")
            if refusal:
                content, kind = refusal.body or (b"", "text/plain")
                return refusal.status, {**refusal.headers, "Content-Type": kind}, content
        return await execute(request, api_id, stage, method, path, headers, body, query, account, region)

    rest._execute_in_scope = execute_judged


def install(rest, http) -> None:
    for name in ("_invoke_lambda_proxy_v1", "_invoke_lambda_custom_v1"):
        late = lambda: rest._gw_error("INTEGRATION_TIMEOUT", "Endpoint request timed out")
        setattr(rest, name, timed(getattr(rest, name), REST_MILLISECONDS, late))
    unavailable = lambda: (503, {"Content-Type": "application/json"}, b'{"message":"Service Unavailable"}')
    http._invoke_lambda_proxy = timed(http._invoke_lambda_proxy, HTTP_MILLISECONDS, unavailable)
    answer = rest._lambda_proxy_response

    def answer_without_details(result):
        response, error = answer(result)
        return response, error and "Internal server error"  # what went wrong is in the function's log only

    rest._lambda_proxy_response = answer_without_details
