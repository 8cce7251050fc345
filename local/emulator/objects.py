"""Objects of S3 behind a REST API: an integration of type AWS whose URI is `s3:path/{bucket}/{key}`, by the right of its role.

https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services-s3.html
https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
"""

import json

from permissions import log_refusal
from rights import role_may

ACTIONS = {"GET": "s3:GetObject", "HEAD": "s3:GetObject", "PUT": "s3:PutObject", "DELETE": "s3:DeleteObject"}
RESPONSE_HEADER = "integration.response.header."


def install(rest, s3) -> None:
    call_function = rest._invoke_lambda_custom_v1

    async def call(integration, api, stage_name, stage, resource, path, method, headers, body, query, parameters, **kwargs):
        spec = rest._parse_service_integration_uri(integration.get("uri", ""))
        if not spec or spec[1:3] != ("s3", "path"):
            return await call_function(
                integration, api, stage_name, stage, resource, path, method, headers, body, query, parameters, **kwargs
            )
        request = Request(headers, query, parameters)
        place = request.fill(spec[3], integration)
        verb = integration.get("httpMethod") or method
        status, answered, content = await ask(s3, verb, place, request.headers(integration), body, integration.get("credentials"))
        return respond(rest, integration, request, status, answered, content)

    rest._invoke_lambda_custom_v1 = call


class Request:
    """What a client sends, by the names that mappings use."""

    def __init__(self, headers, query, parameters):
        first = lambda value: value[0] if isinstance(value, (list, tuple)) else value
        self.accept = next((value for name, value in headers.items() if name.lower() == "accept"), "")
        self.values = {f"method.request.path.{name}": value for name, value in (parameters or {}).items()}
        self.values |= {f"method.request.querystring.{name}": first(value) for name, value in (query or {}).items()}
        self.sent = {f"method.request.header.{name}".lower(): value for name, value in headers.items()}
        self.plain = {**headers, **{name: first(value) for name, value in (query or {}).items()}, **(parameters or {})}

    def mapped(self, integration, kind):
        start = f"integration.request.{kind}."
        for name, source in (integration.get("requestParameters") or {}).items():
            if name.startswith(start):
                literal = source[1:-1] if source.startswith("'") else None
                yield name[len(start) :], literal if literal is not None else self.values.get(source, self.sent.get(source.lower()))

    def fill(self, place, integration):
        for name, value in self.mapped(integration, "path"):
            place = place.replace("{" + name + "}", value or "")
        return place

    def headers(self, integration):
        return {name.lower(): value for name, value in self.mapped(integration, "header") if value is not None}


async def ask(s3, method, place, headers, body, role):
    bucket, _, key = place.partition("/")
    action, target = (ACTIONS.get(method), f"arn:aws:s3:::{bucket}/{key}") if key else ("s3:ListBucket", f"arn:aws:s3:::{bucket}")
    if action is None:
        return 405, {}, b""
    refusal = role_may(role, action, target, s3._bucket_policies.get(bucket)) if role else f"no role to {action} on {target}"
    if log_refusal(refusal):
        return 403, {"Content-Type": "application/xml"}, b"<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"
    return await s3.handle_request(method, f"/{bucket}/{key}", headers, body or b"", {}, internal=True)


def respond(rest, integration, request, status, headers, content):
    """The integration response for this status, with the headers that it maps, and the object as it is if no template renders it."""
    selected = rest._select_service_integration_response(integration, status)
    if selected is None:
        return 500, {"Content-Type": "application/json"}, json.dumps({"message": "Internal server error"}).encode()
    found = {name.lower(): value for name, value in headers.items()}
    mapped = {}
    for name, source in (selected.get("responseParameters") or {}).items():
        if source.startswith(RESPONSE_HEADER):
            source = found.get(source[len(RESPONSE_HEADER) :].lower())
            source = source if source is None else f"'{source}'"
        if source is not None:
            mapped[name] = source
    only = {"integrationResponses": {"": {**selected, "selectionPattern": "", "responseParameters": mapped}}}
    text = content.decode("utf-8", errors="replace") if selected.get("responseTemplates") else ""
    answer, sent, rendered = rest._service_integration_response(only, status, text, request.accept, request.plain)
    # One header for each name, however a definition spells it.
    unique = {name.lower(): (name, value) for name, value in sent.items()}
    return answer, dict(unique.values()), rendered if selected.get("responseTemplates") else content
