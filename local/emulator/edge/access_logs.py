"""A distribution's standard access logs: a line for each visit, in gzipped objects, to where its configuration or a delivery says.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
"""

import dataclasses
import gzip
import json
import logging
import secrets
import threading
import urllib.parse
from datetime import datetime, timezone

from clock.scope import in_scope
from rights import account_of, policy_decision

logger = logging.getLogger("headroom.edge")

PRINCIPAL = "delivery.logs.amazonaws.com"
# The one of a delivery that says none.
FOLDER = "AWSLogs/{accountid}/CloudFront"
FIELDS = (
    "date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) "
    "x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher "
    "x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type "
    "sc-content-type sc-content-len sc-range-start sc-range-end"
).split()


@dataclasses.dataclass(frozen=True)
class Place:
    """Where lines go: a bucket, the beginning of their keys, which fields and in which form."""

    bucket: str
    folder: str
    fields: tuple[str, ...]
    form: str
    # Who writes, on behalf of what; nothing for CloudFront's own right in the bucket's ACL.
    source: str = ""


class AccessLogs:
    def __init__(self, cloudfront, logs, s3, clock):
        self._cloudfront, self._logs, self._s3, self._clock = cloudfront, logs, s3, clock
        self._lines: dict[tuple[str, str], tuple[dict, list[dict]]] = {}
        self._lock = threading.Lock()
        clock.sweeping.append(self.write)

    def note(self, distribution: dict, visit: dict) -> None:
        hour = datetime.fromtimestamp(self._clock.now(), timezone.utc)
        line = {"date": hour.strftime("%Y-%m-%d"), "time": hour.strftime("%H:%M:%S"), **visit}
        with self._lock:
            self._lines.setdefault((distribution["Id"], hour.strftime("%Y-%m-%d-%H")), (distribution, []))[1].append(line)

    def write(self) -> None:
        with self._lock:
            pending, self._lines = self._lines, {}
        for (identifier, hour), (distribution, lines) in pending.items():
            account = account_of(distribution["ARN"])
            with in_scope(account, "us-east-1"):
                for place in self._places(distribution, account, hour):
                    self._put(place, identifier, hour, lines)

    def _places(self, distribution: dict, account: str, hour: str):
        own = self._cloudfront.parse_distribution_dataplane_config(distribution)["logging"]
        if own:
            fields = tuple(FIELDS)
            yield Place(own["bucket"].partition(".s3")[0], own["prefix"], fields, "w3c")
        sources = {each["name"]: each for each in self._logs._delivery_sources.values() if distribution["ARN"] in each["resourceArns"]}
        destinations = {each["arn"]: each for each in self._logs._delivery_destinations.values()}
        year, month, day, of_day = hour.split("-")
        parts = {"accountid": account, "DistributionId": distribution["Id"], "distributionid": distribution["Id"]}
        parts.update(yyyy=year, MM=month, dd=day, HH=of_day)
        for delivery in list(self._logs._deliveries.values()):
            source, to = sources.get(delivery["deliverySourceName"]), destinations.get(delivery["deliveryDestinationArn"])
            target = ((to or {}).get("deliveryDestinationConfiguration") or {}).get("destinationResourceArn") or ""
            if source is None or not target.startswith("arn:aws:s3:::"):
                continue
            bucket, _, below = target.removeprefix("arn:aws:s3:::").partition("/")
            suffix = (delivery.get("s3DeliveryConfiguration") or {}).get("suffixPath") or FOLDER
            for name, value in parts.items():
                suffix = suffix.replace(f"{{{name}}}", value)
            folder = "/".join(filter(None, (below.strip("/"), suffix.strip("/"))))
            fields = tuple(delivery.get("recordFields") or FIELDS)
            yield Place(bucket, f"{folder}/", fields, to.get("outputFormat") or "w3c", source["arn"])

    def _put(self, place: Place, identifier: str, hour: str, lines: list[dict]) -> None:
        key = f"{place.folder}{identifier}.{hour}.{secrets.token_hex(4)}.gz"
        target = f"arn:aws:s3:::{place.bucket}/{key}"
        policy = self._s3._bucket_policies.get(place.bucket) or ""
        if place.source and policy_decision(policy, "*", PRINCIPAL, "s3:PutObject", target, place.source, context=BY_LOGS) != "Allow":
            logger.error("refused: %s may not s3:PutObject %s for %s. Fix: a statement of the bucket's policy", PRINCIPAL, target, place.source)
            return
        content = gzip.compress(rendered(place, lines).encode())
        status = self._s3._put_object(place.bucket, key, content, {})[0]
        if status >= 300:
            logger.error("the access log %s was not written: status %s", target, status)


# CloudWatch Logs writes objects that belong to the bucket's owner.
BY_LOGS = {"s3:x-amz-acl": "bucket-owner-full-control"}


def rendered(place: Place, lines: list[dict]) -> str:
    rows = [{field: str(line.get(field, "-")) for field in place.fields} for line in lines]
    if place.form == "json":
        return "".join(json.dumps(row) + "\n" for row in rows)
    head = [] if place.form == "plain" else ["#Version: 1.0", f"#Fields: {' '.join(place.fields)}"]
    return "\n".join([*head, *("\t".join(row.values()) for row in rows)]) + "\n"


def line_of(method: str, address: str, client_ip: str, https: bool, headers: dict, body: bytes, answer: tuple, seconds: float) -> dict:
    """The fields of a visit, as CloudFront names and writes them."""
    status, answered, content = answer
    found = {name.lower(): value for name, value in answered.items()}
    stem, _, query = address.partition("?")
    result = str(found.get("x-cache", "")).partition(" from ")[0]
    kind = {"RefreshHit": "RefreshHit", "Hit": "Hit", "Miss": "Miss"}.get(result, "Error" if status >= 400 else result or "Miss")
    encoded = lambda name: urllib.parse.quote(str(headers.get(name) or "-"), safe="/:;,()?=&*'!-._~")
    size = len(content or b"")
    return {
        "x-edge-location": found.get("x-amz-cf-pop", "-"),
        "sc-bytes": size,
        "c-ip": client_ip,
        "cs-method": method,
        "cs(Host)": headers.get("host", "-"),
        "cs-uri-stem": stem,
        "sc-status": status,
        "cs(Referer)": encoded("referer"),
        "cs(User-Agent)": encoded("user-agent"),
        "cs-uri-query": query or "-",
        "x-edge-result-type": kind,
        "x-edge-response-result-type": kind,
        "x-edge-detailed-result-type": kind,
        "x-edge-request-id": found.get("x-amz-cf-id", "-"),
        "x-host-header": headers.get("host", "-"),
        "cs-protocol": "https" if https else "http",
        "cs-bytes": len(body or b""),
        "time-taken": f"{seconds:.3f}",
        "time-to-first-byte": f"{seconds:.3f}",
        "cs-protocol-version": "HTTP/1.1",
        "sc-content-type": str(found.get("content-type", "-")).replace(" ", "%20"),
        "sc-content-len": size or "-",
    }
