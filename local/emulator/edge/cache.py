"""Answers that a distribution keeps: by which parts of a request, for how long, until they are invalidated.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
"""

import dataclasses
import email.utils
import re
import urllib.parse

from .settings import ERROR_SECONDS

DEFAULT_TTL = {"MinTTL": 0, "DefaultTTL": 86_400, "MaxTTL": 31_536_000}
ALWAYS_KEPT = {404, 405, 414, 500, 501, 502, 503, 504}
KEPT_IF_SAID = {400, 403, 412, 415}
# CloudFront lets go of what is seldom asked for, too.
MOST_ANSWERS = 1_000
NOT_KEPT = re.compile(r"no-cache|no-store|private", re.IGNORECASE)


@dataclasses.dataclass
class Answer:
    status: int
    reason: str
    headers: dict
    body: bytes
    # What an invalidation may name, with the query.
    names: tuple[str, ...] = ()
    since: float = 0
    until: float = 0


class Cache:
    def __init__(self, now):
        self.now = now
        self._kept: dict[tuple, Answer] = {}

    def find(self, key: tuple | None) -> Answer | None:
        """The answer, fresh or expired: an expired one is good for a comparison with the origin's."""
        return self._kept.get(key) if key else None

    def is_fresh(self, answer: Answer) -> bool:
        return self.now() < answer.until

    def keep(self, key: tuple | None, answer: Answer, seconds: int) -> None:
        if key is None:
            return
        if seconds > 0:
            answer.since, answer.until = self.now(), self.now() + seconds
            self._kept[key] = answer
            if len(self._kept) > MOST_ANSWERS:
                del self._kept[next(iter(self._kept))]
        else:
            self._kept.pop(key, None)

    def age(self, answer: Answer) -> int:
        return int(self.now() - answer.since)

    def invalidate(self, distribution: str, paths: list[str]) -> None:
        for path in paths:
            path = path if path.startswith("/") else f"/{path}"
            fits = (lambda name, p=path: name.startswith(p[:-1])) if path.endswith("*") else (lambda name, p=path: name == p)
            for key, answer in list(self._kept.items()):
                if key[0] == distribution and any(fits(name) for name in answer.names):
                    del self._kept[key]


def times(cloudfront, behavior: dict) -> dict:
    policy_id = behavior.get("cache_policy_id")
    policy = cloudfront._cache_policies.get(policy_id) or cloudfront._MANAGED_CACHE_POLICIES.get(policy_id)
    return {**DEFAULT_TTL, **(policy["Config"] if policy else behavior["ttl"])}


def key_of(cloudfront, distribution: str, behavior: dict, method: str, uri: str, query: str, headers: dict) -> tuple | None:
    """The parts of a request by which an answer is kept; nothing where none is. `query` and `headers` are what the origin gets."""
    if method not in behavior["cached_methods"] or times(cloudfront, behavior)["MaxTTL"] == 0:
        return None
    # An origin request policy sends more to the origin than what an answer is kept by.
    header_in, cookie_in, query_in = cloudfront._forwarding_predicates({**behavior, "origin_request_policy_id": None})
    cookies = cloudfront._event_cookies_from_header(headers.get("cookie", ""))
    return (
        distribution,
        behavior.get("path_pattern"),
        method,
        uri,
        tuple(pair for pair in urllib.parse.parse_qsl(query, keep_blank_values=True) if query_in(pair[0])),
        tuple(sorted((name, str(value)) for name, value in headers.items() if name != "cookie" and header_in(name))),
        tuple(sorted((name, field["value"]) for name, field in cookies.items() if cookie_in(name))),
    )


def seconds_kept(answer: Answer, ttl: dict, error_seconds: dict) -> int:
    control = str(answer.headers.get("cache-control", ""))
    said = said_seconds(answer, control)
    if answer.status >= 400:
        if answer.status in ALWAYS_KEPT or (answer.status in KEPT_IF_SAID and said is not None):
            return max(error_seconds.get(answer.status, ERROR_SECONDS), said or 0)
        return 0
    if NOT_KEPT.search(control):
        return ttl["MinTTL"]
    if said is None:
        return max(ttl["MinTTL"], ttl["DefaultTTL"])
    return max(ttl["MinTTL"], min(said, ttl["MaxTTL"]))


def said_seconds(answer: Answer, control: str) -> int | None:
    for directive in ("s-maxage", "max-age"):
        if found := re.search(rf"(?:^|[,\s]){directive}=\"?(\d+)", control, re.IGNORECASE):
            return int(found[1])
    expires, date = (email.utils.parsedate_to_datetime(value) if value else None for value in (dated(answer, "expires"), dated(answer, "date")))
    if expires is None:
        return None
    from datetime import datetime, timezone

    return max(0, int((expires - (date or datetime.now(timezone.utc))).total_seconds()))


def dated(answer: Answer, name: str) -> str | None:
    value = answer.headers.get(name)
    try:
        return value if value and email.utils.parsedate_to_datetime(str(value)).tzinfo else None
    except (TypeError, ValueError):
        return None  # such as Expires: 0
