"""A visit to a distribution, around what MiniStack does of it: functions at the viewer, the cache, functions at the origin."""

import contextvars
import dataclasses
import http.client
import time
import urllib.parse

from clock.scope import in_scope
from metrics.record import record
from rights import account_of

from .access_logs import line_of
from .cache import Answer, Cache, key_of, seconds_kept, times
from .compression import chosen, compressed
from .firewall import Asked, Blocked
from .functions import Failed, call, event_body, event_headers, event_origin, invalid
from .origins import api_of, changed_origin, fetch_from_api
from .results import DISALLOWED, Invalid, checked_headers, checked_request, checked_response, replaced_body
from .viewer_headers import viewer_headers

MISS, HIT, REFRESHED = "Miss from cloudfront", "Hit from cloudfront", "RefreshHit from cloudfront"
ERROR, GENERATED = "Error from cloudfront", "LambdaGeneratedResponse from cloudfront"
# The methods that go to the second origin of a group.
FAILS_OVER = ("GET", "HEAD", "OPTIONS")
CONDITIONS = {"if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "if-range"}


@dataclasses.dataclass
class Visit:
    distribution: dict
    settings: dict
    behavior: dict
    method: str
    # As the visitor wrote it, with the query: an invalidation may name it.
    address: str
    client_ip: str
    https: bool
    request_id: str
    x_cache: str = MISS
    age: int | None = None
    # Of the first answer to the visit; later ones are pages of errors.
    origin_status: int | None = None

    def config(self, event_type: str) -> dict:
        return {
            "distributionDomainName": self.distribution["DomainName"],
            "distributionId": self.distribution["Id"],
            "eventType": event_type,
            "requestId": self.request_id,
        }

    def request(self, uri: str, query: str, headers: dict) -> dict:
        return {"clientIp": self.client_ip, "headers": headers, "method": self.method, "querystring": query, "uri": uri}


current: contextvars.ContextVar[Visit | None] = contextvars.ContextVar("visit", default=None)


def joined(values: dict[str, list[str]]) -> dict:
    return {name: each[0] if len(each) == 1 else each for name, each in values.items() if each}


class Visits:
    def __init__(self, cloudfront, cache: Cache, firewall, logs):
        self._cloudfront, self._cache, self._firewall, self._logs = cloudfront, cache, firewall, logs
        self._serve, self._fetch = cloudfront.handle_viewer_request, cloudfront._fetch_from_origin
        cloudfront.handle_viewer_request, cloudfront._fetch_from_origin = self.serve, self.fetch

    async def serve(self, distribution, method, path, uri, query, headers, body, parameters, client_ip="127.0.0.1"):
        begin = time.monotonic()
        answer = await self._answered(distribution, method, path, uri, query, headers, body, parameters, client_ip)
        https = headers.get("x-forwarded-proto", "http") == "https"
        address = uri + (f"?{query}" if query else "")
        self._logs.note(distribution, line_of(method, address, client_ip, https, headers, body, answer, time.monotonic() - begin))
        count(distribution, answer[0])
        return answer

    async def _answered(self, distribution, method, path, uri, query, headers, body, parameters, client_ip):
        cloudfront = self._cloudfront
        settings = cloudfront.parse_distribution_dataplane_config(distribution)
        if settings["web_acl"]:
            refusal = self._firewall.judge(settings["web_acl"], Asked(method, path, query, headers, body, client_ip))
            if refusal:
                return self._blocked(refusal)
        behavior = cloudfront._match_behavior(settings, path)
        https = headers.get("x-forwarded-proto", "http") == "https"
        refused = behavior is None or (
            cloudfront._check_stacked_distribution(headers)
            or cloudfront._check_viewer_protocol_policy(behavior, method, https, uri, query, headers)
            or cloudfront._check_allowed_methods(behavior, method)
        )
        if refused:
            return await self._serve(distribution, method, path, uri, query, headers, body, parameters, client_ip)
        address = uri + (f"?{query}" if query else "")
        visit = Visit(distribution, settings, behavior, method, address, client_ip, https, cloudfront._cf_request_id())
        token = current.set(visit)
        try:
            answer = await self._visited(visit, path, uri, query, headers, body, parameters)
            encoding = chosen(cloudfront, behavior, headers)
            return self._packed(encoding, answer) if encoding else answer
        except Failed as failure:
            return cloudfront._cf_error_response(failure.status, failure.message, f"{failure.cause} from cloudfront")
        finally:
            current.reset(token)

    def _packed(self, encoding: str, answer):
        status, headers, body = answer
        changed, packed = compressed(encoding, status, {name.lower(): value for name, value in headers.items()}, body)
        return status, self._cloudfront._render_headers(changed, title_case=True), packed

    def _blocked(self, refusal: Blocked):
        said = "Request blocked. We can't connect to the server for this app or website at this time."
        _, headers, body = self._cloudfront._cf_error_response(refusal.status, said, ERROR)
        if refusal.body:
            body, headers["Content-Type"] = refusal.body
        return refusal.status, {**headers, **self._cloudfront._render_headers(refusal.headers, title_case=True)}, body

    async def _visited(self, visit: Visit, path, uri, query, headers, body, parameters):
        cloudfront, lambdas = self._cloudfront, visit.behavior["lambdas"]
        if "viewer-request" in lambdas:
            uri = cloudfront._apply_default_root_object(visit.settings["default_root_object"], uri)
            result = await self._viewer_request(visit, uri, query, headers, body)
            if isinstance(result, Answer):
                return self._rendered(visit, result, GENERATED)
            uri, query, headers, body = result
            parameters = urllib.parse.parse_qs(query, keep_blank_values=True)
        headers = viewer_headers(cloudfront, visit.behavior, headers, visit.client_ip, visit.https)
        response = await self._serve(visit.distribution, visit.method, path, uri, query, headers, body, parameters, visit.client_ip)
        if visit.origin_status is None:
            return response  # CloudFront's own, or a CloudFront Function's
        status, response_headers, response_body = response
        response_headers["X-Cache"] = ERROR if visit.origin_status >= 400 else visit.x_cache
        if visit.age is not None:
            response_headers["Age"] = str(visit.age)
        if "viewer-response" in lambdas and visit.origin_status < 400:
            request = visit.request(uri, query, event_headers(cloudfront, headers))
            return await self._response_event(visit, "viewer-response", request, status, response_headers, response_body)
        return status, response_headers, response_body

    def _rendered(self, visit: Visit, answer: Answer, x_cache: str):
        headers = self._cloudfront._add_cloudfront_headers(answer.headers, x_cache, request_id=visit.request_id)
        body = b"" if visit.method == "HEAD" else answer.body
        return answer.status, self._cloudfront._render_headers(headers, title_case=True), body

    async def _viewer_request(self, visit: Visit, uri: str, query: str, headers: dict, body: bytes):
        """An answer that the function made, or the request as it is now."""
        event_type = "viewer-request"
        arn, include_body = visit.behavior["lambdas"][event_type]
        request = visit.request(uri, query, event_headers(self._cloudfront, headers))
        if include_body:
            request["body"] = event_body(event_type, body or b"")
        result = await call(arn, visit.config(event_type), request)
        try:
            if "status" in result:
                return generated(event_type, result)
            hidden = {name: value for name, value in headers.items() if DISALLOWED.match(name)}
            changed = {**joined(checked_request(event_type, request, result)), **hidden}
            replaced = replaced_body(event_type, result) if include_body else None
        except Invalid as problem:
            raise invalid(visit.config(event_type), arn, problem) from None
        return result["uri"], result.get("querystring", ""), changed, body if replaced is None else replaced

    async def fetch(self, origin, method, uri, query, headers, body, https, client_ip, forwarded, distribution_arn):
        visit = current.get()
        if visit is None:
            return await self._fetch(origin, method, uri, query, headers, body, https, client_ip, forwarded, distribution_arn)
        is_page = visit.origin_status is not None
        behavior = self._cloudfront._match_behavior(visit.settings, uri) if is_page else visit.behavior
        lambdas = {} if is_page else behavior["lambdas"]
        key = None if "range" in headers else key_of(self._cloudfront, visit.distribution["Id"], behavior, method, uri, query, headers)
        asked = {name: value for name, value in headers.items() if key is None or name not in CONDITIONS}

        async def fetched(conditions: dict) -> Answer:
            ask = (origin, method, uri, query, {**asked, **conditions}, body, client_ip, forwarded)
            return await self._from_origins(visit, lambdas, *ask)

        answer = await self._answer(visit, key, behavior, fetched, (visit.address, uri + (f"?{query}" if query else "")))
        if not is_page:
            visit.origin_status = answer.status
        etag = answer.headers.get("etag")
        if key is not None and answer.status == 200 and etag and headers.get("if-none-match") == etag:
            return 304, "Not Modified", answer.headers, b""
        return answer.status, answer.reason, dict(answer.headers), answer.body

    async def _answer(self, visit: Visit, key, behavior: dict, fetched, names: tuple[str, ...]) -> Answer:
        cloudfront, cache = self._cloudfront, self._cache
        kept = cache.find(key)
        if kept and cache.is_fresh(kept):
            visit.x_cache, visit.age = HIT, cache.age(kept)
            return kept
        etag = kept.headers.get("etag") if kept else None
        try:
            answer = await fetched({"if-none-match": etag} if etag else {})
        except (cloudfront.OriginTimeout, cloudfront.OriginUnreachable):
            if kept is None:
                raise
            answer = Answer(504, "", {}, b"")
        errors, ttl = visit.settings["error_seconds"], times(cloudfront, behavior)
        if kept and (answer.status == 304 or answer.status >= 500):
            # What has expired is good as long as the origin says so, or says nothing else.
            seconds = seconds_kept(answer if answer.status >= 500 else kept, ttl, errors)
            cache.keep(key, kept, seconds)
            visit.x_cache = REFRESHED if answer.status == 304 else HIT
            return kept
        answer.names = names
        cache.keep(key, answer, seconds_kept(answer, ttl, errors))
        return answer

    async def _from_origins(self, visit, lambdas, origin, method, *request) -> Answer:
        """Of a group, from the second origin where the first one's answer is none that the group takes."""
        codes, second = origin.get("failover") or ((), None)
        if second is None or method not in FAILS_OVER:
            return await self._from_origin(visit, lambdas, origin, method, *request)
        try:
            answer = await self._from_origin(visit, lambdas, origin, method, *request)
            if answer.status not in codes:
                return answer
        except (self._cloudfront.OriginTimeout, self._cloudfront.OriginUnreachable) as error:
            if (504 if isinstance(error, self._cloudfront.OriginTimeout) else 503) not in codes:
                raise
        return await self._from_origin(visit, lambdas, second, method, *request)

    async def _from_origin(self, visit, lambdas, origin, method, uri, query, headers, body, client_ip, forwarded) -> Answer:
        cloudfront = self._cloudfront
        sent = event_headers(cloudfront, cloudfront._origin_request_headers({**origin, "custom_headers": []}, headers, client_ip, forwarded))
        request = {**visit.request(uri, query, sent), "method": method, "origin": event_origin(cloudfront, origin, visit.https)}
        if "origin-request" in lambdas:
            event_type, (arn, include_body) = "origin-request", lambdas["origin-request"]
            given = {**request, "body": event_body(event_type, body or b"")} if include_body else request
            result = await call(arn, visit.config(event_type), given)
            try:
                if "status" in result:
                    visit.x_cache = GENERATED
                    return generated(event_type, result)
                headers = joined(checked_request(event_type, request, result))
                origin = changed_origin(cloudfront, origin, request["origin"], result.get("origin"))
                checked_headers(event_type, {}, {name.lower(): [{"key": name, "value": value}] for name, value in origin["custom_headers"]})
                replaced = replaced_body(event_type, result) if include_body else None
            except Invalid as problem:
                raise invalid(visit.config(event_type), arn, problem) from None
            uri, query, request = result["uri"], result.get("querystring", ""), {**request, **result}
            body = body if replaced is None else replaced
        api = api_of(origin)
        if api:
            found = await fetch_from_api(cloudfront, api, origin, method, uri, query, headers, body, client_ip, forwarded)
        else:
            arn = visit.distribution["ARN"]
            found = await self._fetch(origin, method, uri, query, headers, body, visit.https, client_ip, forwarded, arn)
        status, reason, response_headers, data = found
        response_headers = cloudfront._strip_hop_by_hop_response_headers(response_headers)
        if "origin-response" in lambdas:
            status, response_headers, data = await self._response_event(visit, "origin-response", request, status, response_headers, data)
            reason = http.client.responses.get(status, "")
        return Answer(status, reason, response_headers, data)

    async def _response_event(self, visit: Visit, event_type: str, request: dict, status: int, headers: dict, body: bytes):
        """A response as the function left it; the headers that no function sees stay."""
        arn, _ = visit.behavior["lambdas"][event_type]
        response = {
            "status": str(status),
            "statusDescription": http.client.responses.get(status, ""),
            "headers": event_headers(self._cloudfront, headers),
        }
        result = await call(arn, visit.config(event_type), request, response)
        try:
            changed, values, replaced = checked_response(event_type, response, result)
        except Invalid as problem:
            raise invalid(visit.config(event_type), arn, problem) from None
        hidden = {name: value for name, value in headers.items() if DISALLOWED.match(name)}
        if replaced is not None:
            values.pop("content-length", None)
        title_case = event_type == "viewer-response"
        found = {**self._cloudfront._render_headers(joined(values), title_case), **hidden}
        return changed, found, body if replaced is None else replaced


def count(distribution: dict, status: int) -> None:
    """https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html"""
    client, server = (100 * int(status // 100 == each) for each in (4, 5))
    rates = {"4xxErrorRate": client, "5xxErrorRate": server, "TotalErrorRate": client + server}
    values = {"Requests": (1, "None"), **{name: (rate, "Percent") for name, rate in rates.items()}}
    with in_scope(account_of(distribution["ARN"]), "us-east-1"):
        record("AWS/CloudFront", values, {"DistributionId": distribution["Id"], "Region": "Global"})


def generated(event_type: str, result: dict) -> Answer:
    status, values, body = checked_response(event_type, None, result)
    return Answer(status, http.client.responses.get(status, ""), joined(values), body or b"")
