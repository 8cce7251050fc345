"""Answers that CloudFront compresses, where the behaviour, the cache policy and the visitor say so.

CloudFront prefers Brotli where policy and visitor take it; here it is gzip.
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
"""

import gzip
import re

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


def allowed(cloudfront, behavior: dict) -> bool:
    """Whether a behaviour compresses: by its cache policy, which must take encodings into the key, or by itself without one."""
    policy_id = behavior.get("cache_policy_id")
    policy = cloudfront._cache_policies.get(policy_id) or cloudfront._MANAGED_CACHE_POLICIES.get(policy_id)
    if not behavior["compress"] or (policy_id and not policy):
        return False
    if not policy:
        return True
    key = policy["Config"].get("Parameters") or {}
    return bool(key.get("EnableAcceptEncodingGzip") or key.get("EnableAcceptEncodingBrotli"))


def compressed(status: int, headers: dict, body: bytes) -> tuple[dict, bytes]:
    """Headers and body, compressed where they may be; the names of headers are in small letters."""
    kind = str(headers.get("content-type", "")).partition(";")[0].strip().lower()
    if status not in STATUSES or kind not in TYPES or "content-encoding" in headers or not SMALLEST <= len(body) <= LARGEST:
        return headers, body
    packed = gzip.compress(body, mtime=0)
    changed = {**headers, "content-encoding": "gzip", "vary": ", ".join(filter(None, [headers.get("vary"), "Accept-Encoding"]))}
    if "etag" in headers and not str(headers["etag"]).startswith("W/"):
        changed["etag"] = f"W/{headers['etag']}"
    if "content-length" in headers:
        changed["content-length"] = str(len(packed))
    return changed, packed


def takes_gzip(headers: dict) -> bool:
    parts = [each.strip().lower() for each in str(headers.get("accept-encoding", "")).split(",")]
    return any(re.fullmatch(r"(gzip|\*)(\s*;\s*q=(?!0(\.0*)?$).*)?", part) for part in parts)
