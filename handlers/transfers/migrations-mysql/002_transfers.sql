CREATE TABLE transfers (
  -- Of whoever asks: the same id is the same transfer.
  id varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PRIMARY KEY,
  source varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  target varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  cents bigint NOT NULL,
  made_at timestamp(3) NOT NULL DEFAULT current_timestamp(3),
  announced boolean NOT NULL DEFAULT false,
  FOREIGN KEY (source) REFERENCES accounts (id),
  FOREIGN KEY (target) REFERENCES accounts (id),
  INDEX not_announced (announced, made_at),
  CONSTRAINT positive CHECK (cents > 0),
  CONSTRAINT two_accounts CHECK (source <> target)
);
