"""PostgreSQL behind MiniStack's RDS, which without Docker has names only: a real server for each cluster or instance with
PostgreSQL, at the address that MiniStack returns, with the sign-in of RDS and RDS Proxy. What else MiniStack does not have is
added: roles of databases, and the secret of an instance's first user."""

import json
import os
import socket
import time

from .database import HOST, Database
from .events import EventSubscriptions
from .server import DatabaseError

YEARS = 10 * 365 * 86_400.0
POSTGRESQL = ("postgres", "aurora-postgresql")


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

    def connections(self):
        for (kind, identifier, scope), database in list(self.running.items()):
            name = "DBClusterIdentifier" if kind == "cluster" else "DBInstanceIdentifier"
            yield scope, "AWS/RDS", "DatabaseConnections", {name: identifier}, database.gate.connections

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
    EventSubscriptions(rds)
    return databases
