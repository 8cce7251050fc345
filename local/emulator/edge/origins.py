"""Where a distribution gets an answer from: what a function made of its origin, and the APIs of this emulator."""

import asyncio
import http.client
import re
import urllib.parse

from .results import FAILED, Invalid

API_HOST = re.compile(r"^([a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com$")


def changed_origin(cloudfront, origin: dict, before: dict, after) -> dict:
    """The origin that a function returned, in the form of a distribution's own."""
    if after is None or after == before:
        return origin
    if not isinstance(after, dict) or len(after.keys() & {"custom", "s3"}) != 1:
        raise Invalid(f"{FAILED}: The origin is not exactly one of custom and s3.")
    (kind, given) = next((kind, after[kind]) for kind in ("custom", "s3") if kind in after)
    domain, path = given.get("domainName"), given.get("path", "")
    if not isinstance(domain, str) or not domain or ":" in domain or len(domain) > 253:
        raise Invalid(f"{FAILED}: The origin's domainName is empty, has a colon or more than 253 characters.")
    if path and (not path.startswith("/") or path.endswith("/")):
        raise Invalid(f"{FAILED}: The origin's path does not begin with a slash, or ends with one.")
    headers = [(entry["key"], entry["value"]) for entries in (given.get("customHeaders") or {}).values() for entry in entries]
    changed = {**origin, "domain_name": domain, "origin_path": path, "custom_headers": headers}
    if kind == "s3":
        bucket = cloudfront._s3_origin_bucket(domain)
        if bucket is None:
            raise Invalid(f"{FAILED}: The origin's domainName is not that of a bucket.")
        identity = origin["oai_id"] if given.get("authMethod") == "origin-access-identity" else ""
        return {**changed, "s3_bucket": bucket, "oai_id": identity}
    port, protocol, timeout = given.get("port"), given.get("protocol"), given.get("readTimeout")
    if port not in (80, 443) and not (isinstance(port, int) and 1024 <= port <= 65_535):
        raise Invalid(f"{FAILED}: The origin's port is not 80, 443 or from 1024 to 65535.")
    if protocol not in ("http", "https"):
        raise Invalid(f"{FAILED}: The origin's protocol is not http or https.")
    if not isinstance(timeout, (int, float)) or not 1 <= timeout <= 180:
        raise Invalid(f"{FAILED}: The origin's readTimeout is not a number of seconds.")
    to = {"http_port": port, "https_port": port, "protocol_policy": f"{protocol}-only", "read_timeout": timeout}
    return {**changed, **to, "s3_bucket": None, "oac_id": "", "oai_id": ""}


def api_of(origin: dict) -> str | None:
    """The host of an API of this emulator that an origin's domain names."""
    found = API_HOST.match(origin["domain_name"].lower())
    return f"{found[1]}.execute-api.localhost" if found and not origin.get("s3_bucket") else None


async def fetch_from_api(cloudfront, host: str, origin: dict, method: str, uri: str, query: str, headers: dict, body: bytes, client_ip: str, forwarded: str):
    """As a request to the API's own host; APIs answer to no other, and over TLS only."""
    from ministack import app

    sent = {name.lower(): value for name, value in cloudfront._origin_request_headers(origin, headers, client_ip, forwarded).items()}
    if sent["host"].lower() != origin["domain_name"].lower() or origin["protocol_policy"] == "http-only":
        return 403, "Forbidden", {"content-type": "application/json"}, b'{"message":"Forbidden"}'
    path = origin["origin_path"] + uri
    call = app._handle_execute_api_request(
        host,
        urllib.parse.unquote(path),
        method,
        {**sent, "host": host},
        body or b"",
        urllib.parse.parse_qs(query, keep_blank_values=True),
        raw_path=path,
        raw_query_string=query,
    )
    try:
        response = await asyncio.wait_for(call, origin["read_timeout"])
    except asyncio.TimeoutError as error:
        raise cloudfront.OriginTimeout(f"no response from {origin['domain_name']}") from error
    if response is None:
        raise cloudfront.OriginUnreachable(f"there is no API {origin['domain_name']}")
    status, answered, data = response
    pairs = [(name, value) for name, values in answered.items() for value in (values if isinstance(values, list) else [values])]
    return status, http.client.responses.get(status, ""), cloudfront._multidict_from_pairs(pairs), data
