"""As whom the developer's own calls are judged: as root, or as a user or a role of the stack (`HEADROOM_USER`).

The key `test` then stands for that user or role, except in requests of the provider, which make the stack. Policies of the identity, its boundary and those
of resources hold as for anybody.
"""

import contextvars
import logging

from changes import PROVIDER, header

logger = logging.getLogger("headroom.developer")

KEY = SECRET = "test"
ACCOUNT = "000000000000"
judged: contextvars.ContextVar = contextvars.ContextVar("judged", default=False)


class Developer:
    def __init__(self, evaluator, iam, sts):
        self._evaluator, self._iam, self._sts = evaluator, iam, sts
        self.name = ""
        is_root = evaluator.is_root_access_key
        evaluator.is_root_access_key = sts.is_root_access_key = lambda key: not (key == KEY and judged.get()) and is_root(key)

    def be(self, name: str) -> dict:
        self.name = name
        self._sts._sessions.pop(KEY, None)
        return {"user": name}

    def as_developer(self, app):
        """The application, with requests of the developer marked."""

        async def answer(scope, receive, send):
            if scope["type"] != "http" or not self.name or PROVIDER in header(scope, b"user-agent"):
                await app(scope, receive, send)
                return
            self._register()
            token = judged.set(True)
            try:
                await app(scope, receive, send)
            finally:
                judged.reset(token)

        return answer

    def _register(self) -> None:
        """The stack may make its users and roles later, and anew."""
        kind, name = self._found()
        if kind is None:
            logger.error("refused: HEADROOM_USER is %s, and the account has no such user or role", self.name)
            self._sts._sessions.pop(KEY, None)
            return
        if kind == "user":
            record = self._iam._users.get_scoped(ACCOUNT, None, name)
            principal = {"Arn": record["Arn"], "UserId": record.get("UserId", name), "PrincipalType": "User", "PrincipalName": name}
        else:
            arn = f"arn:aws:sts::{ACCOUNT}:assumed-role/{name}/developer"
            principal = {"Arn": arn, "UserId": f"{name}:developer", "PrincipalType": "AssumedRole"}
        self._sts._sessions[KEY] = {**principal, "SecretAccessKey": SECRET, "AccountId": ACCOUNT}

    def _found(self) -> tuple[str | None, str]:
        """By a name, `user/NAME`, `role/NAME`, or an ARN."""
        said = self.name.rpartition(":")[2]
        kind, name = said.split("/")[0] if "/" in said else "", said.rpartition("/")[2]
        if kind != "role" and self._iam._users.get_scoped(ACCOUNT, None, name):
            return "user", name
        if kind != "user" and self._iam._roles.get_scoped(ACCOUNT, None, name):
            return "role", name
        return None, name
