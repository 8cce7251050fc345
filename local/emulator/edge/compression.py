"""Answers that CloudFront compresses, where the behaviour, the cache policy and the visitor say so.

Brotli is preferred where cache policy and visitor take it.
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
"""

import gzip
import re

import brotli

SMALLEST, LARGEST = 1_000, 10_000_000
STATUSES = (200, 403, 404)
TYPES = frozenset(
    """
    application/dash+xml application/eot application/font application/font-sfnt application/javascript application/json application/opentype
    application/otf application/pdf application/pkcs7-mime application/protobuf application/rss+xml application/truetype application/ttf
    application/vnd.apple.mpegurl application/vnd.mapbox-vector-tile application/vnd.ms-fontobject application/wasm application/xhtml+xml
    application/xml application/x-font-opentype application/x-font-truetype application/x-font-ttf application/x-httpd-cgi
    application/x-javascript application/x-mpegurl application/x-opentype application/x-otf application/x-perl application/x-ttf font/eot
    font/opentype font/otf font/ttf image/svg+xml text/css text/csv text/html text/javascript text/js text/plain text/richtext
    text/tab-separated-values text/xml text/x-component text/x-java-source text/x-script vnd.apple.mpegurl
    """.split()
)


# In CloudFront's order, each with the switch of a cache policy.
ENCODINGS = {"br": "EnableAcceptEncodingBrotli", "gzip": "EnableAcceptEncodingGzip"}


def chosen(cloudfront, behavior: dict, headers: dict) -> str | None:
    """The encoding for a visitor that asks with these headers."""
    return next((each for each in allowed(cloudfront, behavior) if takes(headers, each)), None)


def allowed(cloudfront, behavior: dict) -> list[str]:
    """How a behaviour compresses: as its cache policy takes encodings into the key; without a policy by gzip only."""
    policy_id = behavior.get("cache_policy_id")
    policy = cloudfront._cache_policies.get(policy_id) or cloudfront._MANAGED_CACHE_POLICIES.get(policy_id)
    if not behavior["compress"] or (policy_id and not policy):
        return []
    if not policy:
        return ["gzip"]
    key = policy["Config"].get("Parameters") or {}
    return [encoding for encoding, switch in ENCODINGS.items() if key.get(switch)]


def compressed(encoding: str, status: int, headers: dict, body: bytes) -> tuple[dict, bytes]:
    """Headers and body, compressed where they may be; the names of headers are in small letters."""
    kind = str(headers.get("content-type", "")).partition(";")[0].strip().lower()
    if status not in STATUSES or kind not in TYPES or "content-encoding" in headers or not SMALLEST <= len(body) <= LARGEST:
        return headers, body
    packed = brotli.compress(body, quality=5) if encoding == "br" else gzip.compress(body, mtime=0)
    changed = {**headers, "content-encoding": encoding, "vary": ", ".join(filter(None, [headers.get("vary"), "Accept-Encoding"]))}
    if "etag" in headers and not str(headers["etag"]).startswith("W/"):
        changed["etag"] = f"W/{headers['etag']}"
    if "content-length" in headers:
        changed["content-length"] = str(len(packed))
    return changed, packed


def takes(headers: dict, encoding: str) -> bool:
    parts = [each.strip().lower() for each in str(headers.get("accept-encoding", "")).split(",")]
    return any(re.fullmatch(rf"({encoding}|\*)(\s*;\s*q=(?!0(\.0*)?$).*)?", part) for part in parts)
