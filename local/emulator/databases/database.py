"""One database: a PostgreSQL server, the gate in front of it, and its calls of functions."""

import os
import time

from .calls import Caller
from .gate import Gate, same
from .server import Server

HOST = "localhost"


class Database:
    """A server, its gate, and what calls functions for it."""

    def __init__(self, kind: str, identifier: str, scope: tuple, listener, binaries: str, certificate: str, record: dict):
        self.kind, self.identifier, self.scope = kind, identifier, scope
        self.port = listener.getsockname()[1]
        self.roles = {}
        folder = os.path.join(os.environ["HEADROOM_DATABASES"], f"{kind}-{identifier}-{scope[1]}")
        name = record.get("DatabaseName") or record.get("DBName") or "postgres"
        self.server = Server(binaries, folder, record["MasterUsername"], name)
        self.gate = Gate(listener, certificate, self.server, self.admit)
        self.caller = Caller(lambda: self.server.connect(name), self.role_credentials)

    def stop(self) -> None:
        self.caller.close()
        self.gate.close()
        self.server.stop()

    def record(self) -> dict:
        from ministack.services import rds

        store = rds._clusters if self.kind == "cluster" else rds._instances
        return store.get_scoped(*self.scope, self.identifier) or {}

    def admit(self, user: str, password: str) -> str:
        if "Action=connect" in password:
            return self._admit_token(user, password)
        record = self.record()
        if user == record.get("MasterUsername") and same(password, record.get("_MasterUserPassword", "")):
            return ""
        return f'password authentication failed for user "{user}"'

    def _admit_token(self, user: str, token: str) -> str:
        """Whether the token is good, and its owner has the right to connect as this user to a proxy or the database."""
        from ministack.core import iam_evaluator, rds_iam
        from ministack.core.responses import request_scope

        account, region = self.scope
        verified = rds_iam.verify_rds_iam_token(
            token, hostname=HOST, port=self.port, db_user=user, region=region, account_id=account
        )
        if isinstance(verified, rds_iam.RdsIamTokenError):
            return f'IAM authentication failed for user "{user}": {verified.code}'
        with request_scope(account, region):
            principal = iam_evaluator.resolve_principal(verified.access_key_id, account)
            if isinstance(principal, iam_evaluator.AuthError):
                return f'IAM authentication failed for user "{user}": {principal.code}'
            if principal.policies is None:
                return ""
            for resource in self._resource_ids(user):
                context = iam_evaluator.EvalContext(
                    principal_arn=principal.arn,
                    principal_type=principal.type,
                    principal_account=account,
                    action="rds-db:connect",
                    resource_arn=f"arn:aws:rds-db:{region}:{account}:dbuser:{resource}/{user}",
                    region=region,
                    principal_keys=principal.keys,
                )
                if iam_evaluator.evaluate(context, principal.policies, *principal.limits).decision == "Allow":
                    return ""
        return f'IAM authentication failed for user "{user}": {verified.principal_arn} may not rds-db:connect as it'

    def _resource_ids(self, user: str):
        """Of the proxies in front of it, and its own: the first user, who has a password, only of proxies that know it."""
        from ministack.services import rds

        record = self.record()
        first = user == record.get("MasterUsername")
        for proxy in rds._db_proxies.values():
            if any(target["RdsResourceId"] == self.identifier for target in proxy["Targets"]):
                if proxy["Auth"] or not first:
                    yield proxy["DBProxyArn"].rpartition(":")[2]
        if record.get("IAMDatabaseAuthenticationEnabled") and not first:
            yield record.get("DbClusterResourceId") or record.get("DbiResourceId")

    def role_credentials(self):
        """A session of the role for Lambda, as RDS takes it on; and the Region."""
        from ministack.core.responses import request_scope
        from ministack.services import iam, sts

        account, region = self.scope
        arn = next((arn for arn, feature in self.roles.items() if feature == "Lambda"), None)
        if arn is None:
            return None, region
        keys = {
            "aws_access_key_id": iam._gen_session_access_key(),
            "aws_secret_access_key": iam._gen_secret(),
            "aws_session_token": iam._gen_session_token(),
        }
        role = arn.rpartition("/")[2]
        with request_scope(account, region):
            sts.register_session(
                keys["aws_access_key_id"],
                {
                    "Arn": f"arn:aws:sts::{account}:assumed-role/{role}/RDS",
                    "UserId": "AROAHEADROOMDATABASE:RDS",
                    "SecretAccessKey": keys["aws_secret_access_key"],
                    "SessionToken": keys["aws_session_token"],
                    "Expiration": time.time() + 900,
                    "AccountId": account,
                    "PrincipalType": "AssumedRole",
                },
            )
        return keys, region
