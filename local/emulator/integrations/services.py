"""Calls of other services, as the integration's role sends them: `arn:aws:apigateway:{region}:{service}:{action|path}/…`.

https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html
"""

import json
import logging
import urllib.parse
import xml.etree.ElementTree as ElementTree

from by_role import send
from rights import trusted_services

from .mapping import Renderer, Request, TemplateError, mapped, respond, template_for

logger = logging.getLogger("headroom.integrations")

PRINCIPAL = "apigateway.amazonaws.com"
# Where the model of a service has another name than its endpoint.
MODELS = {"states": "stepfunctions"}


class Services:
    def __init__(self, rest, renderer: Renderer):
        self._rest, self._renderer = rest, renderer

    async def call(self, spec, integration, api_id, stage_name, stage, resource, path, method, headers, body, query, parameters, **scope):
        request = request_of(self._rest, api_id, stage_name, stage, resource, path, method, headers, body, query, parameters, scope)
        role = integration.get("credentials")
        problem = role_problem(role, integration["uri"])
        if problem:
            logger.error("refused: %s", problem)
            return self._rest._gw_error("API_CONFIGURATION_ERROR", "Internal server error")
        try:
            return await self._called(spec, integration, role, request)
        except TemplateError:
            return 500, {"Content-Type": "application/json"}, b'{"message": "Internal server error"}'

    async def _called(self, spec, integration: dict, role: str, request: Request):
        from ministack.core.concurrency import run_reentrant

        content_type = self._rest._header_ci(request.headers, "content-type")
        template = template_for(integration.get("requestTemplates"), content_type)
        content, override = request.body, {"header": {}, "path": {}, "querystring": {}}
        if template is not None:
            rendered = await self._renderer.render(template, content.decode("utf-8", "replace"), request)
            content, override = rendered["text"].encode(), rendered["requestOverride"]
        headers = {"Content-Type": content_type or "application/json", "Accept": "application/json"}
        for name, value in {**mapped(integration, "header", request), **override["header"]}.items():
            headers = {each: old for each, old in headers.items() if each.lower() != name.lower()} | {name: str(value)}
        query = {**mapped(integration, "querystring", request), **override["querystring"]}
        path = {**mapped(integration, "path", request), **override["path"]}
        region, service, kind, rest = spec
        for name, value in path.items():
            rest = rest.replace(f"{{{name}}}", urllib.parse.quote(str(value)))  # slashes of a greedy parameter stay
        address = "/" if kind == "action" else "/" + rest.lstrip("/")
        verb = integration.get("httpMethod") or "POST"
        if kind == "action":
            action, *more = rest.split("&")
            query.update(urllib.parse.parse_qsl("&".join(more)))
            if service == "s3":
                verb, address, headers, query = for_s3(action, headers, query)
            else:
                headers, query = for_action(service, action, headers, query)
        sent = (role, service, region, verb, address, query, headers, content if verb not in ("GET", "HEAD") else b"")
        status, answered, data = await run_reentrant(send, *sent, thread_name="headroom-integration")
        if status == 403:
            said = " ".join(data.decode("utf-8", "replace").split())
            logger.error("refused: %s %s of %s to the role %s: %s. Fix: allow it in a policy of the role", verb, address, service, role, said)
        # S3 has XML only.
        if service != "s3" and "xml" in answered.get("Content-Type", "") and "json" in headers.get("Accept", ""):
            data = as_json(data)
        return await respond(self._renderer, integration, str(status), answered, data, request)


def role_problem(role: str | None, uri: str) -> str | None:
    if not role:
        return f"{uri} is not called: the integration has no role. Fix: credentials, the ARN of a role that {PRINCIPAL} may assume"
    if PRINCIPAL not in trusted_services(role):
        return f"API Gateway may not assume the role {role}. Fix: a statement of its trust policy for the service {PRINCIPAL}"
    return None


def request_of(rest, api_id, stage_name, stage, resource, path, method, headers, body, query, parameters, scope: dict) -> Request:
    scope = {name: value for name, value in scope.items() if name in ("binary_media_types", "authorizer_context", "caller_identity")}
    event = rest._build_lambda_event_v1(api_id, stage_name, stage, resource, path, method, headers, body, query, parameters, **scope)
    host = rest._header_ci(headers, "host")
    context = {**event["requestContext"], "domainName": host, "domainPrefix": host.split(".")[0]}
    return Request(headers or {}, query or {}, parameters or {}, body or b"", context, stage.get("variables") or {})


def for_action(service: str, action: str, headers: dict, query: dict) -> tuple[dict, dict]:
    """How a service's protocol names an action: by a header, or in the query."""
    import botocore.session

    metadata = botocore.session.get_session().get_service_model(MODELS.get(service, service)).metadata
    if service != "sqs" and metadata.get("targetPrefix"):
        target = {"X-Amz-Target": f"{metadata['targetPrefix']}.{action}"}
        return {**target, **headers, "Content-Type": f"application/x-amz-json-{metadata['jsonVersion']}"}, query
    return headers, {"Action": action, "Version": metadata["apiVersion"], **query}


def for_s3(action: str, headers: dict, query: dict) -> tuple[str, str, dict, dict]:
    """S3 has no actions: which request one is, and where its parameters go, is in the service's model."""
    import botocore.session

    operation = botocore.session.get_session().get_service_model("s3").operation_model(action)
    address, _, fixed = operation.http["requestUri"].partition("?")
    headers, query = dict(headers), {**query, **dict(urllib.parse.parse_qsl(fixed, keep_blank_values=True))}
    for name, shape in operation.input_shape.members.items():
        place, called = shape.serialization.get("location"), shape.serialization.get("name", name)
        if name not in query or place is None:
            continue
        value = str(query.pop(name))
        if place == "uri":
            address = address.replace(f"{{{called}}}", urllib.parse.quote(value)).replace(f"{{{called}+}}", urllib.parse.quote(value))
        elif place == "header":
            headers[called] = value
        else:
            query[called] = value
    return operation.http["method"], address, headers, query


def as_json(text: bytes) -> bytes:
    """The answer of a service of the query protocol, as it gives it to whoever accepts JSON."""
    root = ElementTree.fromstring(text)
    name = root.tag.rpartition("}")[2]
    answer = plain(root)
    return json.dumps(answer if name == "ErrorResponse" else {name: answer}).encode()


def plain(element):
    children = {child.tag.rpartition("}")[2]: plain(child) for child in element}
    return children or element.text
