-- What users of the ledger may do is granted to this role; the users themselves come from the deployment.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'transfers_app') THEN
    CREATE ROLE transfers_app NOLOGIN;
  END IF;
END
$$;

CREATE SCHEMA ledger;

CREATE TABLE ledger.accounts (
  id text PRIMARY KEY,
  -- Cents. The database itself refuses what would overdraw.
  balance bigint NOT NULL CONSTRAINT not_overdrawn CHECK (balance >= 0)
);

CREATE TABLE ledger.transfers (
  -- Of whoever asks: the same id is the same transfer.
  id text PRIMARY KEY,
  source text NOT NULL REFERENCES ledger.accounts,
  target text NOT NULL REFERENCES ledger.accounts,
  cents bigint NOT NULL CHECK (cents > 0),
  made_at timestamptz NOT NULL DEFAULT now(),
  CHECK (source <> target)
);

CREATE INDEX transfers_by_source ON ledger.transfers (source, made_at);
CREATE INDEX transfers_by_target ON ledger.transfers (target, made_at);

GRANT USAGE ON SCHEMA ledger TO transfers_app;
GRANT SELECT, INSERT ON ledger.accounts, ledger.transfers TO transfers_app;
GRANT UPDATE (balance) ON ledger.accounts TO transfers_app;
