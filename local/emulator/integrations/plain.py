"""Integrations of type MOCK, which answer by themselves, and HTTP, which ask a server by mapping templates.

https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html
"""

import contextvars
import inspect
import json
import logging
import urllib.error
import urllib.parse
import urllib.request

from apis import REST_MILLISECONDS, timed

from .mapping import Renderer, Request, TemplateError, mapped, respond, template_for
from .services import request_of

logger = logging.getLogger("headroom.integrations")

FAILED = (500, {"Content-Type": "application/json"}, b'{"message": "Internal server error"}')
# The request that is being answered, as an authorizer saw it.
current: contextvars.ContextVar[Request | None] = contextvars.ContextVar("current", default=None)


class Plain:
    def __init__(self, rest, renderer: Renderer):
        self._rest, self._renderer = rest, renderer
        authorize, execute, self._proxy = rest._authorize_request_v1, rest._execute_in_scope, rest._invoke_http_proxy_v1

        async def authorize_noted(api_id, stage_name, method_object, method, path, resource, headers, body, query, parameters, stage, *owner):
            error, context = await authorize(
                api_id, stage_name, method_object, method, path, resource, headers, body, query, parameters, stage, *owner
            )
            if error is None:
                scope = {"authorizer_context": context}
                given = (api_id, stage_name, stage, resource, path, method, headers, body, query, parameters, scope)
                current.set(request_of(rest, *given))
            return error, context

        async def execute_whole(*args):
            answer = await execute(*args)
            return await answer if inspect.isawaitable(answer) else answer

        late = lambda: rest._gw_error("INTEGRATION_TIMEOUT", "Endpoint request timed out")
        rest._authorize_request_v1, rest._execute_in_scope = authorize_noted, execute_whole
        rest._invoke_mock_v1 = self._mock
        rest._invoke_http_proxy_v1 = timed(self._http, REST_MILLISECONDS, late)

    async def _rendered(self, integration: dict, request: Request) -> tuple[str, dict]:
        """What goes into the integration, and what the template overrides."""
        template = template_for(integration.get("requestTemplates"), self._rest._header_ci(request.headers, "content-type"))
        text = request.body.decode("utf-8", "replace")
        if template is None:
            return text, {"header": {}, "path": {}, "querystring": {}}
        rendered = await self._renderer.render(template, text, request)
        return rendered["text"], rendered["requestOverride"]

    async def _mock(self, integration: dict):
        request = current.get()
        try:
            text, _ = await self._rendered(integration, request)
            status = int(json.loads(text)["statusCode"])
            return await respond(self._renderer, integration, str(status), {}, b"", request)
        except TemplateError:
            return FAILED
        except (ValueError, KeyError, TypeError):
            logger.error('a mock integration has no status: its request template must make {"statusCode": 200} or so, not %r', text[:200])
            return FAILED

    async def _http(self, integration: dict, *request):
        if integration.get("type") != "HTTP":
            return await self._proxy(integration, *request)
        asked = current.get()
        try:
            text, override = await self._rendered(integration, asked)
            status, headers, body = await self._asked(integration, asked, text, override)
            return await respond(self._renderer, integration, str(status), headers, body, asked)
        except TemplateError:
            return FAILED
        except (OSError, ValueError) as error:
            logger.error("%s could not be asked: %s", integration.get("uri"), error)
            return self._rest._gw_error("API_CONFIGURATION_ERROR", "Internal server error")

    async def _asked(self, integration: dict, request: Request, text: str, override: dict) -> tuple[int, dict, bytes]:
        values = lambda place, more: {**mapped(integration, place, request), **more}
        uri = integration.get("uri") or ""
        for name, value in values("path", override["path"]).items():
            uri = uri.replace(f"{{{name}}}", urllib.parse.quote(str(value)))
        query = urllib.parse.urlencode(values("querystring", override["querystring"]))
        uri += f"{'&' if '?' in uri else '?'}{query}" if query else ""
        verb = integration.get("httpMethod") or request.context["httpMethod"]
        verb = request.context["httpMethod"] if verb == "ANY" else verb
        content_type = self._rest._header_ci(request.headers, "content-type") or "application/json"
        headers = {"Content-Type": content_type, **values("header", override["header"])}
        content = text.encode() if text and verb not in ("GET", "HEAD") else None
        sent = urllib.request.Request(uri, data=content, method=verb, headers={name: str(value) for name, value in headers.items()})
        try:
            status, answered, body = await self._rest._urlopen_async(sent, REST_MILLISECONDS / 1000)
        except urllib.error.HTTPError as error:
            status, answered, body = error.code, error.headers, error.read()
        return status, dict(answered.items()), body
