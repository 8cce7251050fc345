-- What users may do is granted to this role; the users themselves come from the deployment.
CREATE ROLE IF NOT EXISTS 'transfers_app';

CREATE TABLE transfers (
  id varchar(128) PRIMARY KEY,
  source varchar(128) NOT NULL,
  target varchar(128) NOT NULL,
  cents bigint NOT NULL CHECK (cents > 0),
  made_at timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6)
);

GRANT SELECT, INSERT ON transfers TO 'transfers_app';
