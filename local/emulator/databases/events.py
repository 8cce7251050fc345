"""Event subscriptions of RDS, which MiniStack does not know: what happens to databases is published to their topics, and to EventBridge.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.overview.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.TagsAttributesForFiltering.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-cloudwatch-events.sample.html
"""

import contextvars
import json
import logging
import threading
import time
import uuid
from datetime import datetime, timezone

from rights import account_of, policy_decision

from .happenings import ACTIONS, FAILOVER, KINDS, QUIET, Happening

logger = logging.getLogger("headroom.databases")

PRINCIPAL = "events.rds.amazonaws.com"
PAGE = "http://docs.amazonwebservices.com/AmazonRDS/latest/UserGuide/USER_Events.html"


class EventSubscriptions:
    def __init__(self, rds):
        self._rds = rds
        self._kept = rds.AccountRegionScopedDict()
        # MiniStack keeps its one event without telling anybody.
        rds._record_reboot_event = lambda _instance: None
        for action in ACTIONS:
            rds._ACTION_MAP[action] = self._telling(action, rds._ACTION_MAP[action])
        rds._ACTION_MAP.update(
            CreateEventSubscription=self._create,
            DescribeEventSubscriptions=self._describe,
            ModifyEventSubscription=self._modify,
            DeleteEventSubscription=self._delete,
            AddSourceIdentifierToSubscription=self._changing_sources("Add", lambda ids, one: [*ids, one]),
            RemoveSourceIdentifierFromSubscription=self._changing_sources(
                "Remove", lambda ids, one: [each for each in ids if each != one]
            ),
        )

    def _telling(self, action: str, act):
        kind, happenings = ACTIONS[action]

        def act_and_tell(parameters):
            name = self._rds._p(parameters, KINDS[kind].parameter).rpartition(":")[2]
            tags = self._tags(kind, name)
            answer = act(parameters)
            if answer[0] == 200:
                writer = self._writer(name) if action == "FailoverDBCluster" else ""
                forced = action == "RebootDBInstance" and self._rds._p(parameters, "ForceFailover") == "true"
                self._tell(kind, name, tags or self._tags(kind, name), FAILOVER if forced else happenings, writer)
            return answer

        return act_and_tell

    def _arn(self, kind: str, name: str) -> str:
        from ministack.core.responses import get_account_id, get_region

        return f"arn:aws:rds:{get_region()}:{get_account_id()}:{KINDS[kind].arn}:{name}"

    def _tags(self, kind: str, name: str) -> dict:
        return {each["Key"]: each["Value"] for each in self._rds._tags.get(self._arn(kind, name)) or []}

    def _writer(self, cluster: str) -> str:
        members = (self._rds._clusters.get(cluster) or {}).get("DBClusterMembers") or []
        return next((each["DBInstanceIdentifier"] for each in members if each.get("IsClusterWriter")), "")

    def _tell(self, kind: str, name: str, tags: dict, happenings: tuple[Happening, ...], writer: str) -> None:
        context = contextvars.copy_context()
        events = [(happening, happening.message.format(writer=writer), datetime.now(timezone.utc)) for happening in happenings]
        for happening, message, at in events:
            self._rds._events[str(uuid.uuid4())] = {
                "SourceIdentifier": name,
                "SourceType": kind,
                "SourceArn": self._arn(kind, name),
                "Message": message,
                "Date": at.timestamp(),
                "EventCategories": [happening.category],
            }

        def publish():
            for event in events:
                try:
                    self._publish(kind, name, tags, *event)
                except Exception:
                    logger.exception("the event %s of %s was not published", event[0].number, name)

        threading.Thread(target=context.run, args=(publish,), daemon=True, name="headroom-rds-events").start()

    def _publish(self, kind: str, name: str, tags: dict, happening: Happening, message: str, at: datetime) -> None:
        from ministack.core.responses import get_region
        from ministack.services import eventbridge, sns
        from permissions import log_refusal

        arn, number = self._arn(kind, name), f"RDS-EVENT-{happening.number}"
        text = {
            "Event Source": kind,
            "Event Time": at.strftime("%Y-%m-%d %H:%M:%S.%f")[:-3],
            "Identifier Link": f"https://console.aws.amazon.com/rds/home?region={get_region()}#{KINDS[kind].link}:id={name}",
            "Source ID": name,
            "Source ARN": arn,
            "Event ID": f"{PAGE}#{number}",
            "Event Message": message,
            "Tags": tags,
        }
        attributes = {key: {"DataType": "String", "StringValue": value} for key, value in (("Resource", arn), ("EventID", number))}
        for each in list(self._kept.values()):
            if wants(each, kind, name, happening.category) and not log_refusal(refusal(each["topic"], arn)):
                sns._fanout(each["topic"], str(uuid.uuid4()), json.dumps(text), "RDS Notification Message", "", attributes)
        detail = {
            "EventCategories": [happening.category],
            "SourceType": KINDS[kind].source,
            "SourceArn": arn,
            "Date": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "Message": message,
            "SourceIdentifier": name,
            "EventID": number,
            "Tags": tags,
        }
        entry = {"Source": "aws.rds", "DetailType": KINDS[kind].detail, "Resources": [arn], "Detail": json.dumps(detail)}
        eventbridge._put_events({"Entries": [entry]}, allow_aws_source=True)

    def _create(self, parameters):
        from ministack.core.responses import get_account_id, get_region

        name = self._rds._p(parameters, "SubscriptionName")
        if name in self._kept:
            return self._rds._error("SubscriptionAlreadyExist", f"Subscription {name} already exists.", 400)
        kept = {
            "name": name,
            "arn": f"arn:aws:rds:{get_region()}:{get_account_id()}:es:{name}",
            "created": time.time(),
            "ids": self._rds._parse_member_list(parameters, "SourceIds"),
            "type": "", "categories": [], "enabled": True, "topic": "",
        }
        problem = self._set(kept, parameters)
        if problem:
            return problem
        self._kept[name] = kept
        self._rds._tags[kept["arn"]] = self._rds._parse_tags(parameters)
        return self._answer("Create", kept)

    def _set(self, kept: dict, parameters):
        """What a subscription is, or becomes; why RDS refuses it, and nothing otherwise."""
        value = lambda name: self._rds._p(parameters, name)
        changed = {
            **kept,
            "topic": value("SnsTopicArn") or kept["topic"],
            "type": value("SourceType") or kept["type"],
            "categories": self._rds._parse_member_list(parameters, "EventCategories") or kept["categories"],
            "enabled": value("Enabled") != "false" if value("Enabled") else kept["enabled"],
        }
        topic, kind = changed["topic"], changed["type"]
        if topic_policy(topic) is None:
            return self._rds._error("SNSTopicArnNotFound", f"There is no topic {topic}.", 404)
        if problem := refusal(topic, kept["arn"]):
            return self._rds._error("SNSNoAuthorization", problem, 400)
        if kind and kind not in KINDS and kind not in QUIET:
            return self._rds._error("InvalidParameterValue", f"{kind} is no source type.", 400)
        if changed["ids"] and not kind:
            return self._rds._error("InvalidParameterCombination", "SourceIds requires SourceType.", 400)
        for name in changed["ids"] if kind in KINDS else []:
            if name not in getattr(self._rds, KINDS[kind].store):
                return self._rds._error("SourceNotFound", f"Source {name} not found.", 404)
        kept.update(changed)
        return None

    def _found(self, parameters):
        name = self._rds._p(parameters, "SubscriptionName")
        found = self._kept.get(name)
        return found, None if found else self._rds._error("SubscriptionNotFound", f"Subscription {name} not found.", 404)

    def _describe(self, parameters):
        found, error = self._found(parameters) if self._rds._p(parameters, "SubscriptionName") else (None, None)
        if error:
            return error
        members = "".join(
            f"<EventSubscription>{self._xml(each)}</EventSubscription>" for each in ([found] if found else list(self._kept.values()))
        )
        result = f"<EventSubscriptionsList>{members}</EventSubscriptionsList>"
        action = "DescribeEventSubscriptions"
        return self._rds._xml(200, f"{action}Response", f"<{action}Result>{result}</{action}Result>")

    def _modify(self, parameters):
        found, error = self._found(parameters)
        return error or self._set(found, parameters) or self._answer("Modify", found)

    def _delete(self, parameters):
        found, error = self._found(parameters)
        if error:
            return error
        del self._kept[found["name"]]
        self._rds._tags.pop(found["arn"], None)
        return self._answer("Delete", found)

    def _changing_sources(self, verb: str, change):
        def changing(parameters):
            found, error = self._found(parameters)
            if error:
                return error
            ids = change(found["ids"], self._rds._p(parameters, "SourceIdentifier"))
            problem = self._set({**found, "ids": ids}, {})
            if problem:
                return problem
            found["ids"] = ids
            return self._answer(verb, found)

        return changing

    def _answer(self, verb: str, kept: dict):
        ends = {"Add": "SourceIdentifierToSubscription", "Remove": "SourceIdentifierFromSubscription"}
        action = f"{verb}{ends.get(verb, 'EventSubscription')}"
        body = f"<{action}Result><EventSubscription>{self._xml(kept)}</EventSubscription></{action}Result>"
        return self._rds._xml(200, f"{action}Response", body)

    def _xml(self, kept: dict) -> str:
        from ministack.core.responses import get_account_id

        escape = self._rds._esc
        ids = "".join(f"<SourceId>{escape(each)}</SourceId>" for each in kept["ids"])
        categories = "".join(f"<EventCategory>{escape(each)}</EventCategory>" for each in kept["categories"])
        fields = {
            "CustomerAwsId": get_account_id(),
            "CustSubscriptionId": kept["name"],
            "SnsTopicArn": kept["topic"],
            "Status": "active",
            "SubscriptionCreationTime": self._rds._format_time(kept["created"]),
            "SourceType": kept["type"],
            "Enabled": str(kept["enabled"]).lower(),
            "EventSubscriptionArn": kept["arn"],
        }
        told = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items() if value)
        return f"{told}<SourceIdsList>{ids}</SourceIdsList><EventCategoriesList>{categories}</EventCategoriesList>"


def topic_policy(topic: str) -> str | None:
    from ministack.services import sns

    found = sns.topic_policy_for_arn(topic)
    return found and found[0]


def refusal(topic: str, source: str) -> str | None:
    """Why RDS may not publish to a topic; its default policy lets it."""
    from ministack.services import sns

    allowed = policy_decision(topic_policy(topic) or "", "*", PRINCIPAL, "sns:Publish", topic, source) == "Allow"
    if allowed or sns.topic_policy_allows(topic, PRINCIPAL, source, account_of(source)):
        return None
    return f"{PRINCIPAL} may not publish to {topic}. Fix: a statement of its policy for sns:Publish with that principal"


def wants(subscription: dict, kind: str, name: str, category: str) -> bool:
    return (
        subscription["enabled"]
        and subscription["type"] in ("", kind)
        and (not subscription["ids"] or name in subscription["ids"])
        and (not subscription["categories"] or category in subscription["categories"])
    )
