"""What CloudFront checks of a function's result.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-generating-http-responses.html
"""

import base64
import binascii
import re

# The URI with its query.
URI_CHARACTERS = 8_192
RESPONSE_BYTES = {"viewer": 40 * 1024, "origin": 1024 * 1024}
# Of a body that replaces a request's, by its encoding; the rest is cut off.
REPLACED_CHARACTERS = {"viewer-request": {"text": 40_960, "base64": 54_476}, "origin-request": {"text": 1_048_576, "base64": 1_394_606}}

DISALLOWED = re.compile(
    r"^(connection|expect|keep-alive|proxy-(authenticate|authorization|connection)|trailer|upgrade"
    r"|x-accel-(buffering|charset|limit-rate|redirect)|x-amz-cf-.*"
    r"|x-amzn-(auth|cf-billing|cf-id|cf-xff|errortype|fle-profile|header-count|header-order|lambda-integration-tag|requestid)"
    r"|x-cache|x-edge-.*|x-forwarded-proto|x-real-ip)$",
    re.IGNORECASE,
)
READ_ONLY = {
    "viewer-request": {"content-length", "host", "transfer-encoding", "via"},
    "origin-request": {
        "accept-encoding",
        "content-length",
        "if-modified-since",
        "if-none-match",
        "if-range",
        "if-unmodified-since",
        "transfer-encoding",
        "via",
    },
    "origin-response": {"transfer-encoding", "via"},
    "viewer-response": {"warning", "via"},
}
FAILED = "The Lambda function result failed validation"


class Invalid(Exception):
    pass


def values(headers) -> dict[str, list[str]]:
    """The values of a headers object by name; Invalid where it is none."""
    if not isinstance(headers, dict):
        raise Invalid(f"{FAILED}: The headers are not an object.")
    found: dict[str, list[str]] = {}
    for name, entries in headers.items():
        if not isinstance(entries, list):
            raise Invalid("The Lambda function returned an invalid entry in the headers object: Each header entry in the headers object must be an array.")
        for entry in entries:
            if not isinstance(entry, dict) or not isinstance(entry.get("value"), str):
                raise Invalid(f"The Lambda function returned an invalid entry in the headers object: {name} has a value that is not a string.")
            if str(entry.get("key", name)).lower() != name.lower():
                raise Invalid(f"The Lambda function returned an invalid entry in the headers object: the key {entry['key']} is not {name}.")
        found[name.lower()] = [entry["value"] for entry in entries]
    return found


def checked_headers(event_type: str, before: dict, after, generated: bool = False) -> dict[str, list[str]]:
    found = values(after)
    for name in found:
        if DISALLOWED.match(name):
            raise Invalid(f"{FAILED}: The function tried to add a disallowed header: {name}.")
        if event_type == "viewer-request" and name == "cloudfront-viewer-country" and name not in before:
            raise Invalid(f"{FAILED}: The function tried to add a disallowed header: {name}.")
    # A response of the function's own has no headers of the request to keep.
    earlier = {} if generated else values(before)
    read_only = READ_ONLY["viewer-response" if event_type.startswith("viewer") else "origin-response"] if generated else READ_ONLY[event_type]
    for name in read_only:
        if found.get(name) != earlier.get(name):
            raise Invalid(f"{FAILED}: The function tried to add, delete, or change a read-only header.")
    return found


def checked_request(event_type: str, before: dict, after: dict) -> dict[str, list[str]]:
    uri, query = after.get("uri"), after.get("querystring", "")
    if not isinstance(uri, str) or not uri.startswith("/"):
        raise Invalid(f"{FAILED}: The URI must begin with a slash.")
    if not isinstance(query, str) or re.search(r"[\s#\x00-\x1f\x7f]", query):
        raise Invalid(f"{FAILED}: The query string has spaces, control characters or a fragment identifier.")
    if len(uri) + len(query) + 1 >= URI_CHARACTERS:
        raise Invalid(f"{FAILED}: The URI with its query string has {URI_CHARACTERS} characters or more.")
    for name in ("method", "clientIp"):
        if after.get(name) != before[name]:
            raise Invalid(f"{FAILED}: The function tried to change the read-only field {name}.")
    return checked_headers(event_type, before["headers"], after.get("headers"))


def checked_response(event_type: str, before: dict | None, after: dict) -> tuple[int, dict[str, list[str]], bytes | None]:
    """The status, the headers and the body of a function's response; no body where it leaves that of the origin."""
    status = str(after.get("status", ""))
    if not re.fullmatch(r"[2-5]\d\d", status):
        raise Invalid(f"{FAILED}: The status is not a number from 200 to 599.")
    if event_type == "viewer-response" and before is not None and status != before["status"]:
        raise Invalid(f"{FAILED}: A function cannot change the status at viewer-response.")
    headers = checked_headers(event_type, before["headers"] if before else {}, after.get("headers", {}), generated=before is None)
    body = body_of(after)
    if body and status == "204":
        raise Invalid(f"{FAILED}: A response with the status 204 has no body.")
    size = len(body or b"") + sum(len(name) + len(value) + 4 for name, each in headers.items() for value in each)
    if size > RESPONSE_BYTES[event_type.partition("-")[0]]:
        raise Invalid(f"{FAILED}: The body is not a string, is not an object, or exceeds the maximum size.")
    return int(status), headers, body


def body_of(response: dict) -> bytes | None:
    body, encoding = response.get("body"), response.get("bodyEncoding", "text")
    if body is None:
        return None
    if not isinstance(body, str) or encoding not in ("text", "base64"):
        raise Invalid(f"{FAILED}: The body is not a string, is not an object, or exceeds the maximum size.")
    return decoded(body) if encoding == "base64" else body.encode()


def replaced_body(event_type: str, after: dict) -> bytes | None:
    """The body that a function put in the place of the request's."""
    body = after.get("body")
    if not isinstance(body, dict) or body.get("action") != "replace":
        return None
    encoding, data = body.get("encoding", "text"), body.get("data", "")
    if encoding not in ("text", "base64") or not isinstance(data, str):
        raise Invalid(f"{FAILED}: The body is not a string, is not an object, or exceeds the maximum size.")
    cut = data[: REPLACED_CHARACTERS[event_type][encoding]]
    return decoded(cut) if encoding == "base64" else cut.encode()


def decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise Invalid(f"{FAILED}: The body is not base64.") from None
