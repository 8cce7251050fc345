"""What a web ACL says of a request, by the rules that can be judged here: addresses, rates, texts, patterns, sizes, and what is made of them.

Rules of countries, of managed groups, of bots and of injections are not judged: a rule that needs one of them lets a request pass.
https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements.html
"""

import base64
import collections
import dataclasses
import html
import ipaddress
import re
import urllib.parse

WINDOW_SECONDS = 300
# Of a body, CloudFront shows this much to the web ACL.
BODY_BYTES = 16 * 1024
COMPARED = {
    "EQ": lambda a, b: a == b, "NE": lambda a, b: a != b, "LE": lambda a, b: a <= b,
    "LT": lambda a, b: a < b, "GE": lambda a, b: a >= b, "GT": lambda a, b: a > b,
}
CHANGES = {
    "NONE": lambda text: text,
    "LOWERCASE": str.lower,
    "URL_DECODE": urllib.parse.unquote_plus,
    "HTML_ENTITY_DECODE": html.unescape,
    "COMPRESS_WHITE_SPACE": lambda text: re.sub(r"\s+", " ", text),
}
PLACES = {
    "EXACTLY": lambda text, part: text == part,
    "STARTS_WITH": str.startswith,
    "ENDS_WITH": str.endswith,
    "CONTAINS": lambda text, part: part in text,
    "CONTAINS_WORD": lambda text, part: re.search(rf"(?<![A-Za-z0-9_]){re.escape(part)}(?![A-Za-z0-9_])", text) is not None,
}


@dataclasses.dataclass
class Asked:
    method: str
    uri: str
    query: str
    headers: dict
    body: bytes
    address: str


@dataclasses.dataclass
class Blocked:
    rule: str
    status: int = 403
    headers: dict = dataclasses.field(default_factory=dict)
    # The text and its type, where the web ACL has one of its own.
    body: tuple[bytes, str] | None = None


class Firewall:
    def __init__(self, waf, now):
        self._waf, self._now = waf, now
        self._requests: dict[tuple, collections.deque] = {}
        keep_bodies(waf)

    def judge(self, arn: str, asked: Asked) -> Blocked | None:
        """Why a request is refused; nothing if it passes."""
        acl = next((each for each in self._waf._web_acls._data.values() if each["ARN"] == arn), None)
        if acl is None:
            return None
        for rule in sorted(acl.get("Rules") or [], key=lambda each: each["Priority"]):
            action = rule.get("Action") or {}
            # Of each rule, also of those that count only: a rate is of all requests that reach the rule.
            if not self._holds(rule.get("Statement") or {}, asked, (arn, rule["Name"])):
                continue
            if "Block" in action:
                return blocked(acl, rule["Name"], action["Block"] or {})
            if "Allow" in action:
                return None
        default = acl.get("DefaultAction") or {}
        return blocked(acl, "Default_Action", default["Block"] or {}) if "Block" in default else None

    def _holds(self, statement: dict, asked: Asked, place: tuple) -> bool | None:
        """Whether a statement is true of a request; None where that cannot be known here."""
        (kind, said) = next(iter(statement.items()), ("", {}))
        if kind in ("AndStatement", "OrStatement"):
            answers = [self._holds(each, asked, (*place, index)) for index, each in enumerate(said["Statements"])]
            decisive = kind == "OrStatement"
            return decisive if decisive in answers else None if None in answers else not decisive
        if kind == "NotStatement":
            answer = self._holds(said["Statement"], asked, place)
            return None if answer is None else not answer
        if kind == "IPSetReferenceStatement":
            return self._in_set(said, asked)
        if kind == "RateBasedStatement":
            return self._exceeds(said, asked, place)
        return holds_for_texts(kind, said, asked)

    def _in_set(self, said: dict, asked: Asked) -> bool | None:
        found = next((each for each in self._waf._ip_sets._data.values() if each["ARN"] == said["ARN"]), None)
        address = address_of(asked, said.get("IPSetForwardedIPConfig"))
        if found is None or address is None:
            return None if found is None else False
        return any(address in ipaddress.ip_network(each, strict=False) for each in found["Addresses"] if "/" in each)

    def _exceeds(self, said: dict, asked: Asked, place: tuple) -> bool | None:
        scope = said.get("ScopeDownStatement")
        within = self._holds(scope, asked, (*place, "scope")) if scope else True
        kind = said.get("AggregateKeyType") or "IP"
        if not within or kind not in ("IP", "FORWARDED_IP", "CONSTANT"):
            return within if within is False else None
        key = "" if kind == "CONSTANT" else str(address_of(asked, said.get("ForwardedIPConfig") if kind == "FORWARDED_IP" else None))
        times = self._requests.setdefault((*place, key), collections.deque())
        now = self._now()
        times.append(now)
        while times[0] <= now - (said.get("EvaluationWindowSec") or WINDOW_SECONDS):
            times.popleft()
        return len(times) > int(said["Limit"])


def keep_bodies(waf) -> None:
    """MiniStack drops the texts that a web ACL answers with."""
    create, update = waf.create_web_acl_record, waf._update_web_acl

    def create_with_bodies(name, scope, data):
        uid, arn, acl = create(name, scope, data)
        acl["CustomResponseBodies"] = data.get("CustomResponseBodies") or {}
        return uid, arn, acl

    def update_with_bodies(data):
        answer = update(data)
        if answer[0] == 200:
            acl = waf._resource_from_scope(waf._web_acls, data["Id"], data.get("Scope", "REGIONAL"))
            acl["CustomResponseBodies"] = data.get("CustomResponseBodies") or {}
        return answer

    waf.create_web_acl_record, waf._update_web_acl = create_with_bodies, update_with_bodies


def address_of(asked: Asked, forwarded: dict | None):
    text = asked.address
    if forwarded:
        named = str(asked.headers.get(forwarded["HeaderName"].lower()) or "").split(",")
        text = named[-1 if forwarded.get("Position") == "LAST" else 0].strip()
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def field_of(field: dict, asked: Asked) -> list[str] | None:
    """The texts that a statement is about; None for a part of the request that is not looked at here."""
    (kind, said) = next(iter(field.items()))
    pairs = urllib.parse.parse_qsl(asked.query, keep_blank_values=True)
    if kind == "SingleHeader":
        return [str(asked.headers[said["Name"].lower()])] if said["Name"].lower() in asked.headers else []
    if kind == "SingleQueryArgument":
        return [value for name, value in pairs if name.lower() == said["Name"].lower()]
    if kind == "AllQueryArguments":
        return [value for _, value in pairs]
    if kind == "Body":
        return [(asked.body or b"")[:BODY_BYTES].decode("latin-1")]
    whole = {"UriPath": asked.uri, "QueryString": asked.query, "Method": asked.method}
    return [whole[kind]] if kind in whole else None


def holds_for_texts(kind: str, said: dict, asked: Asked) -> bool | None:
    if kind not in ("ByteMatchStatement", "SizeConstraintStatement", "RegexMatchStatement"):
        return None
    texts = field_of(said["FieldToMatch"], asked)
    steps = [each["Type"] for each in sorted(said.get("TextTransformations") or [], key=lambda each: each["Priority"])]
    if texts is None or any(step not in CHANGES for step in steps):
        return None
    for step in steps:
        texts = [CHANGES[step](text) for text in texts]
    if kind == "ByteMatchStatement":
        wanted = base64.b64decode(said["SearchString"]).decode("latin-1")
        return any(PLACES[said["PositionalConstraint"]](text, wanted) for text in texts)
    if kind == "RegexMatchStatement":
        return any(re.search(said["RegexString"], text) for text in texts)
    return any(COMPARED[said["ComparisonOperator"]](len(text.encode()), int(said["Size"])) for text in texts)


def blocked(acl: dict, rule: str, action: dict) -> Blocked:
    own = action.get("CustomResponse") or {}
    headers = {each["Name"].lower(): each["Value"] for each in own.get("ResponseHeaders") or []}
    body = (acl.get("CustomResponseBodies") or {}).get(own.get("CustomResponseBodyKey") or "")
    types = {"TEXT_PLAIN": "text/plain", "TEXT_HTML": "text/html", "APPLICATION_JSON": "application/json"}
    content = (body["Content"].encode(), types.get(body["ContentType"], "text/plain")) if body else None
    return Blocked(rule, int(own.get("ResponseCode") or 403), headers, content)
