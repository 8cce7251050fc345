"""https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html
"""

import time

from .record import record

NAMESPACE = "AWS/ApiGateway"


def install(rest, http) -> None:
    execute_rest, execute_http = rest._handle_execute_in_scope, http._handle_execute_in_scope

    async def rest_measured(api_id, stage, *args, **kwargs):
        begin = time.monotonic()
        status = 500
        try:
            answer = await execute_rest(api_id, stage, *args, **kwargs)
            status = int(answer[0])
            return answer
        finally:
            api = rest._rest_apis.get(api_id)
            if api and stage in rest._stages_v1.get(api_id, {}):
                name = {"ApiName": api.get("name", "")}
                count(status, begin, ("4XXError", "5XXError"), name, {**name, "Stage": stage})

    async def http_measured(api_id, stage, *args, **kwargs):
        begin = time.monotonic()
        status = 500
        try:
            answer = await execute_http(api_id, stage, *args, **kwargs)
            status = int(answer[0])
            return answer
        finally:
            if http._apis.get(api_id) and stage in http._stages.get(api_id, {}):
                count(status, begin, ("4xx", "5xx"), {"ApiId": api_id}, {"ApiId": api_id, "Stage": stage})

    rest._handle_execute_in_scope, http._handle_execute_in_scope = rest_measured, http_measured


def count(status: int, begin: float, errors: tuple[str, str], *dimensions: dict) -> None:
    client, server = errors
    values = {
        "Count": (1, "Count"),
        client: (int(400 <= status < 500), "Count"),
        server: (int(status >= 500), "Count"),
        "Latency": ((time.monotonic() - begin) * 1000, "Milliseconds"),
    }
    record(NAMESPACE, values, *dimensions)
