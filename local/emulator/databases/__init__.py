"""PostgreSQL behind MiniStack's RDS, which without Docker has names only: a real server for each cluster or instance with
PostgreSQL, at the address that MiniStack returns, with the sign-in of RDS and RDS Proxy. What else MiniStack does not have is
added: roles of databases, and the secret of an instance's first user."""

import json
import os
import socket
import time

from .calls import Caller
from .gate import Gate, same
from .server import DatabaseError, Server

HOST = "localhost"
YEARS = 10 * 365 * 86_400.0
POSTGRESQL = ("postgres", "aurora-postgresql")


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


class Databases:
    """Stands between MiniStack's requests to RDS and its own answers."""

    def __init__(self, rds, binaries: str, certificate: str):
        self.rds, self.binaries, self.certificate = rds, binaries, certificate
        self.running = {}

    def install(self) -> None:
        actions = self.rds._ACTION_MAP
        for name, kind in (("CreateDBCluster", "cluster"), ("CreateDBInstance", "instance")):
            actions[name] = self._creating(actions[name], kind)
        for name, kind in (("DeleteDBCluster", "cluster"), ("DeleteDBInstance", "instance")):
            actions[name] = self._deleting(actions[name], kind)
        actions["CreateDBProxy"] = self._at_this_machine(actions["CreateDBProxy"])
        actions["FailoverDBCluster"] = self._restarting(actions["FailoverDBCluster"], "cluster")
        actions["RebootDBInstance"] = self._restarting(actions["RebootDBInstance"], "instance")
        for what, kind in (("Cluster", "cluster"), ("Instance", "instance")):
            actions[f"AddRoleToDB{what}"] = self._associating(kind)
            actions[f"RemoveRoleFromDB{what}"] = self._dissociating(kind)
        for name in ("_cluster_xml", "_instance_xml"):
            setattr(self.rds, name, self._telling(getattr(self.rds, name)))

    def _key(self, kind: str, parameters) -> tuple:
        from ministack.core.responses import get_account_id, get_region

        identifier = self.rds._p(parameters, "DBClusterIdentifier" if kind == "cluster" else "DBInstanceIdentifier")
        return kind, identifier, (get_account_id(), get_region())

    def _creating(self, create, kind: str):
        def create_with_server(parameters):
            value = lambda name: self.rds._p(parameters, name)
            engine, member = value("Engine"), kind == "instance" and value("DBClusterIdentifier")
            key = self._key(kind, parameters)
            store = self.rds._clusters if kind == "cluster" else self.rds._instances
            if engine not in POSTGRESQL or member or key[1] in store:
                return create(parameters)
            if not self.binaries:
                return self.rds._error("InternalFailure", "PostgreSQL for this machine is not installed: npm install", 500)
            listener = socket.create_server(("127.0.0.1", 0))
            parameters = {**parameters, "Port": [str(listener.getsockname()[1])]}
            secret = self._instance_secret(parameters) if kind == "instance" else None
            answer = create(parameters)
            record = store.get(key[1])
            if answer[0] != 200 or record is None:
                listener.close()
                return answer
            record["MasterUserSecret"] = secret or record.get("MasterUserSecret")
            if kind == "cluster":
                record["Endpoint"] = record["ReaderEndpoint"] = HOST
            try:
                self.running[key] = Database(*key, listener, self.binaries, self.certificate, record)
            except (DatabaseError, OSError) as error:
                listener.close()
                del store[key[1]]
                return self.rds._error("InternalFailure", str(error), 500)
            return self._described(kind, key[1], answer)

        return create_with_server

    def _described(self, kind: str, identifier: str, answer):
        """The answer to a creation as the record is now."""
        if kind == "cluster":
            record = self.rds._cluster_xml(self.rds._clusters[identifier])
            result = f"<CreateDBClusterResult><DBCluster>{record}</DBCluster></CreateDBClusterResult>"
            return self.rds._xml(200, "CreateDBClusterResponse", result)
        instance = self.rds._instances[identifier]
        return self.rds._single_instance_response("CreateDBInstanceResponse", "CreateDBInstanceResult", instance)

    def _instance_secret(self, parameters):
        """MiniStack keeps the first user's password for clusters only."""
        from ministack.services import secretsmanager

        if self.rds._p(parameters, "ManageMasterUserPassword") != "true":
            return None
        password = self.rds._generate_master_user_password()
        parameters["MasterUserPassword"] = [password]
        user = self.rds._p(parameters, "MasterUsername")
        arn = secretsmanager.create_secret_in_process(
            f"rds!db-{os.urandom(16).hex()}", json.dumps({"username": user, "password": password})
        )
        return {"SecretArn": arn, "SecretStatus": "active", "KmsKeyId": self.rds._p(parameters, "MasterUserSecretKmsKeyId")}

    def _deleting(self, delete, kind: str):
        def delete_with_server(parameters):
            answer = delete(parameters)
            key = self._key(kind, parameters)
            if answer[0] == 200 and key in self.running:
                self.running.pop(key).stop()
            return answer

        return delete_with_server

    def _restarting(self, action, kind: str):
        """A failover and a reboot, as clients see them."""

        def with_restart(parameters):
            answer = action(parameters)
            key = self._key(kind, parameters)
            if kind == "instance" and key not in self.running:  # a member's machine is its cluster's
                member = self.rds._instances.get(key[1]) or {}
                key = ("cluster", member.get("DBClusterIdentifier"), key[2])
            if answer[0] == 200 and key in self.running:
                self.running[key].server.restart()
            return answer

        return with_restart

    def _at_this_machine(self, create):
        def create_here(parameters):
            answer = create(parameters)
            proxy = self.rds._db_proxies.get(self.rds._p(parameters, "DBProxyName"))
            if answer[0] != 200 or proxy is None:
                return answer
            proxy["Endpoint"] = HOST
            result = f"<CreateDBProxyResult><DBProxy>{self.rds._db_proxy_xml(proxy)}</DBProxy></CreateDBProxyResult>"
            return self.rds._xml(200, "CreateDBProxyResponse", result)

        return create_here

    def _roles(self, kind: str, parameters):
        key = self._key(kind, parameters)
        store = self.rds._clusters if kind == "cluster" else self.rds._instances
        record = store.get(key[1])
        return self.running.get(key), record, self.rds._p(parameters, "RoleArn"), self.rds._p(parameters, "FeatureName")

    def _associating(self, kind: str):
        what = "Cluster" if kind == "cluster" else "Instance"

        def associate(parameters):
            database, record, arn, feature = self._roles(kind, parameters)
            if record is None:
                fault = "DBClusterNotFoundFault" if kind == "cluster" else "DBInstanceNotFound"
                return self.rds._error(fault, f"DB{what} not found.", 404)
            roles = record.setdefault("AssociatedRoles", [])
            if any(role["RoleArn"] == arn and role["FeatureName"] == feature for role in roles):
                return self.rds._error(f"DB{what}RoleAlreadyExists", f"{arn} is associated already.", 400)
            roles.append({"RoleArn": arn, "FeatureName": feature, "Status": "ACTIVE"})
            if database:
                database.roles[arn] = feature
            return self.rds._xml(200, f"AddRoleToDB{what}Response", "")

        return associate

    def _dissociating(self, kind: str):
        what = "Cluster" if kind == "cluster" else "Instance"

        def dissociate(parameters):
            database, record, arn, feature = self._roles(kind, parameters)
            roles = (record or {}).get("AssociatedRoles", [])
            left = [role for role in roles if (role["RoleArn"], role["FeatureName"]) != (arn, feature)]
            if len(left) == len(roles):
                return self.rds._error(f"DB{what}RoleNotFound", f"{arn} is not associated.", 404)
            record["AssociatedRoles"] = left
            if database:
                database.roles.pop(arn, None)
            return self.rds._xml(200, f"RemoveRoleFromDB{what}Response", "")

        return dissociate

    def _telling(self, describe):
        """MiniStack describes no roles, and no secret of an instance."""

        def described(record):
            what = "DBClusterRole" if "DBClusterArn" in record else "DBInstanceRole"
            roles = "".join(
                f"<{what}>" + "".join(f"<{name}>{value}</{name}>" for name, value in role.items()) + f"</{what}>"
                for role in record.get("AssociatedRoles", [])
            )
            text = describe(record).replace("<AssociatedRoles/>", f"<AssociatedRoles>{roles}</AssociatedRoles>")
            secret = record.get("MasterUserSecret")
            if secret and "<MasterUserSecret>" not in text:
                fields = "".join(f"<{name}>{value}</{name}>" for name, value in secret.items())
                text += f"<MasterUserSecret>{fields}</MasterUserSecret>"
            return text

        return described

    def stop(self) -> None:
        for database in list(self.running.values()):
            database.stop()
        self.running.clear()


def lasting(register):
    """MiniStack's sessions of functions have no end, and it takes none of those for a token."""

    def register_with_end(access_key, session):
        register(access_key, {"Expiration": time.time() + YEARS, **session})

    return register_with_end


def install(certificate: str) -> Databases:
    from ministack.services import rds, sts

    sts.register_session = lasting(sts.register_session)

    databases = Databases(rds, os.environ.get("HEADROOM_POSTGRESQL", ""), certificate)
    databases.install()
    return databases
