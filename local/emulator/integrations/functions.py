"""Functions by mapping templates: the event is what the template makes, and the answer goes through the integration's responses.

https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-lambda-non-proxy-integration.html
https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html
"""

import contextvars
import json
import logging

from .mapping import Renderer, TemplateError, respond, template_for
from .services import request_of

logger = logging.getLogger("headroom.integrations")

# The event in the place of MiniStack's own, and whether the function failed.
event: contextvars.ContextVar = contextvars.ContextVar("event", default=None)
outcome: contextvars.ContextVar = contextvars.ContextVar("outcome", default=None)


class Functions:
    def __init__(self, rest, renderer: Renderer):
        self._rest, self._renderer = rest, renderer
        self._invoke, self._build, call = rest._invoke_lambda_custom_v1, rest._build_lambda_event_v1, rest._call_lambda_raw
        rest._build_lambda_event_v1 = lambda *args, **kwargs: given[0] if (given := event.get()) else self._build(*args, **kwargs)

        async def call_noted(*args, **kwargs):
            result, error = await call(*args, **kwargs)
            noted = outcome.get()
            if noted is not None and result is not None:
                noted.update(result)
            return result, error

        rest._call_lambda_raw = call_noted

    async def call(self, integration, api_id, stage_name, stage, resource, path, method, headers, body, query, parameters, **scope):
        request = request_of(self._rest, api_id, stage_name, stage, resource, path, method, headers, body, query, parameters, scope)
        template = template_for(integration.get("requestTemplates"), self._rest._header_ci(headers, "content-type"))
        text = request.body.decode("utf-8", "replace")
        result: dict = {}
        tokens = []
        try:
            text = (await self._renderer.render(template, text, request))["text"] if template is not None else text
            tokens = [(event, event.set((json.loads(text or "{}"),))), (outcome, outcome.set(result))]
            given = (integration, api_id, stage_name, stage, resource, path, method, headers, body, query, parameters)
            response = await self._invoke(*given, **scope)
            if not isinstance(response, tuple) or not result or result.get("throttle"):
                return response  # of API Gateway itself
            failed = (result.get("body") or {}).get("errorMessage", "") if result.get("error") else None
            return await respond(self._renderer, integration, failed, {}, response[2], request)
        except TemplateError:
            return 500, {"Content-Type": "application/json"}, b'{"message": "Internal server error"}'
        except ValueError:
            logger.error("the event for %s is no JSON: %s", integration.get("uri"), text[:200])
            return 400, {"Content-Type": "application/json"}, b'{"message": "Could not parse request body into json"}'
        finally:
            for variable, token in tokens:
                variable.reset(token)
