"""How long an API waits for its function, and what a client hears when that takes too long or fails.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
HTTP APIs answer with 503, as their users find: https://github.com/serverless/serverless/issues/11222, https://github.com/anomalyco/sst/issues/2232
"""

import asyncio

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
