"""Integrations of a REST API by mapping templates: with other services of AWS and with functions (type AWS), with servers (HTTP), and with none (MOCK).

The request that a template makes goes to this emulator as the integration's role sends it, so that what the role may not do is refused.
https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
"""

import re

from apis import REST_MILLISECONDS, timed

from .functions import Functions
from .mapping import Renderer, passes
from .plain import Plain
from .services import Services


def install(rest) -> None:
    renderer = Renderer()
    to_function, to_service = Functions(rest, renderer), Services(rest, renderer)

    async def call(integration, api_id, stage_name, stage, *args, **kwargs):
        variables = stage.get("variables") or {}
        uri = re.sub(r"\$\{stageVariables\.(\w+)\}", lambda found: variables.get(found[1], ""), integration.get("uri", ""))
        integration, args = {**integration, "uri": uri}, (api_id, stage_name, stage, *args)
        spec = rest._parse_service_integration_uri(uri)
        if spec is None or spec[1] == "lambda":
            return await to_function.call(integration, *args, **kwargs)
        return await to_service.call(spec, integration, *args, **kwargs)

    Plain(rest, renderer)
    late = lambda: rest._gw_error("INTEGRATION_TIMEOUT", "Endpoint request timed out")
    rest._invoke_lambda_custom_v1 = rest._invoke_sqs_v1 = timed(call, REST_MILLISECONDS, late)
    check = rest._check_passthrough_behavior

    def check_passthrough(integration, headers):
        if integration.get("type") not in ("AWS", "HTTP", "MOCK"):
            return check(integration, headers)
        refused = not passes(integration, rest._header_ci(headers, "content-type"))
        return rest._gw_error("UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type") if refused else None

    rest._check_passthrough_behavior = check_passthrough
