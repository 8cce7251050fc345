-- Each file is one statement: MySQL commits those that change tables by themselves.
CREATE TABLE accounts (
  id varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PRIMARY KEY,
  -- Cents. The database itself refuses what would overdraw.
  balance bigint NOT NULL,
  CONSTRAINT not_overdrawn CHECK (balance >= 0)
);
