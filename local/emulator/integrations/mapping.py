"""What goes into an integration and what comes out of it: templates by media type, parameters, and responses by a pattern."""

import contextlib
import dataclasses
import json
import logging
import os
import re

logger = logging.getLogger("headroom.integrations")

SECONDS = 5.0
WORKER = f"import({json.dumps('file://' + os.path.join(os.path.dirname(os.path.abspath(__file__)), 'templates.mjs'))})"


class TemplateError(Exception):
    """A template that cannot be rendered: status 500."""


@dataclasses.dataclass
class Request:
    """A request to the API, as mappings see it."""

    headers: dict
    query: dict
    path: dict
    body: bytes
    context: dict
    stage_variables: dict

    def params(self) -> dict:
        first = lambda values: {name: each[0] if isinstance(each, (list, tuple)) else each for name, each in values.items()}
        return {"path": self.path, "querystring": first(self.query), "header": first(self.headers)}


class Renderer:
    def __init__(self):
        from ministack.core.node_pool import NodeWorkerPool

        self._pool = NodeWorkerPool(WORKER, log_prefix="templates", logger=logger, timeout=SECONDS)

    async def render(self, template: str, body: str, request: Request) -> dict:
        """The text, and what the template overrides of the request and of the response."""
        from ministack.core.concurrency import run_offloop
        from ministack.core.node_pool import NodeWorkerError, NodeWorkerTimeout

        given = {"template": template, "body": body, "params": request.params(), "context": request.context}
        try:
            answer = await run_offloop(self._pool.call, {**given, "stageVariables": request.stage_variables})
        except (NodeWorkerError, NodeWorkerTimeout) as error:
            answer = {"error": str(error)}
        if "error" in answer:
            logger.error("a mapping template cannot be rendered: %s", answer["error"])
            raise TemplateError(answer["error"])
        return answer


def media_type(content_type: str | None) -> str:
    return (content_type or "application/json").split(";", 1)[0].strip().lower()


def template_for(templates: dict | None, content_type: str | None) -> str | None:
    return next((text for name, text in (templates or {}).items() if media_type(name) == media_type(content_type)), None)


def passes(integration: dict, content_type: str | None) -> bool:
    """Whether a body of this type goes on, by a template or as it is."""
    templates = integration.get("requestTemplates") or {}
    if template_for(templates, content_type) is not None:
        return True
    behavior = (integration.get("passthroughBehavior") or "WHEN_NO_MATCH").upper()
    return behavior == "WHEN_NO_MATCH" or (behavior == "WHEN_NO_TEMPLATES" and not templates)


def json_path(text: str, path: str):
    """A member of a body such as $.records[2].id, as parameters name it."""
    with contextlib.suppress(ValueError, KeyError, IndexError, TypeError):
        value = json.loads(text)
        for name, index in re.findall(r"\.([\w-]+)|\[(\d+)\]", path):
            value = value[int(index)] if index else value[name]
        return value if isinstance(value, str) else json.dumps(value)
    return None


def member(values: dict, path: str):
    for name in path.split("."):
        values = values.get(name) if isinstance(values, dict) else None
    return values


def request_value(source: str, request: Request) -> str | None:
    """https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html"""
    if len(source) >= 2 and source[0] == source[-1] == "'":
        return source[1:-1]
    if source.startswith("context."):
        return member(request.context, source.removeprefix("context."))
    if source.startswith("stageVariables."):
        return request.stage_variables.get(source.removeprefix("stageVariables."))
    if source == "method.request.body":
        return request.body.decode("utf-8", "replace")
    if source.startswith("method.request.body."):
        return json_path(request.body.decode("utf-8", "replace"), source.removeprefix("method.request.body"))
    place, _, name = source.removeprefix("method.request.").partition(".")
    values = request.params().get(place.removeprefix("multivalue"), {})
    return next((each for key, each in values.items() if key == name or (place == "header" and key.lower() == name.lower())), None)


def mapped(integration: dict, place: str, request: Request) -> dict[str, str]:
    prefix = f"integration.request.{place}."
    values = {
        name.removeprefix(prefix): request_value(source, request)
        for name, source in (integration.get("requestParameters") or {}).items()
        if name.startswith(prefix)
    }
    return {name: str(value) for name, value in values.items() if value is not None}


def selected_response(integration: dict, outcome: str | None) -> dict | None:
    """The response whose pattern fits, else the one without a pattern."""
    responses = list((integration.get("integrationResponses") or {}).values())
    for response in responses if outcome is not None else []:
        with contextlib.suppress(re.error):
            if response.get("selectionPattern") and re.fullmatch(response["selectionPattern"], outcome, re.DOTALL):
                return response
    return next((response for response in responses if not response.get("selectionPattern")), None)


async def respond(renderer: Renderer, integration: dict, outcome: str | None, headers: dict, body: bytes, request: Request):
    """What a client gets of a service's answer: status, headers, body."""
    response = selected_response(integration, outcome)
    if response is None:
        logger.error("an integration has no response for %r and none without a pattern", outcome)
        return 500, {"Content-Type": "application/json"}, b'{"message": "Internal server error"}'
    accept = next((value for name, value in request.headers.items() if name.lower() == "accept"), None)
    templates = response.get("responseTemplates") or {}
    template = template_for(templates, str(accept).split(",")[0]) or template_for(templates, None) or next(iter(templates.values()), None)
    text = body.decode("utf-8", "replace")
    answered: dict[str, str] = {"Content-Type": "application/json"}
    for name, source in (response.get("responseParameters") or {}).items():
        value = response_value(source, headers, text, request)
        if name.startswith("method.response.header.") and value is not None:
            answered = {each: old for each, old in answered.items() if each.lower() != name.removeprefix("method.response.header.").lower()}
            answered[name.removeprefix("method.response.header.")] = value
    status = int(response.get("statusCode") or 200)
    if template:
        rendered = await renderer.render(template, text, request)
        override = rendered["responseOverride"]
        answered.update({name: str(value) for name, value in override["header"].items()})
        body, status = rendered["text"].encode(), int(override.get("status") or status)
    return status, answered, body


def response_value(source: str, headers: dict, body: str, request: Request) -> str | None:
    if source == "integration.response.body":
        return body
    if source.startswith("integration.response.body."):
        return json_path(body, source.removeprefix("integration.response.body"))
    if source.startswith("integration.response."):
        name = source.rpartition(".")[2].lower()
        return next((value for key, value in headers.items() if key.lower() == name), None)
    return request_value(source, request)
