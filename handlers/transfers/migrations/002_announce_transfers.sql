-- The database calls a function with each transfer, where the deployment names one. What AWS runs is its own extension.
CREATE EXTENSION IF NOT EXISTS aws_lambda CASCADE;

ALTER TABLE ledger.transfers ADD COLUMN announced boolean NOT NULL DEFAULT false;
CREATE INDEX transfers_not_announced ON ledger.transfers (made_at) WHERE NOT announced;

-- True when Lambda took the event. A call that fails must not undo the transfer: announce_missed() comes again.
CREATE FUNCTION ledger.announce(transfer ledger.transfers) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  target text := (SELECT value FROM headroom.settings WHERE key = 'announced_function');
  status integer;
BEGIN
  IF coalesce(target, '') = '' THEN
    RETURN false;
  END IF;
  SELECT status_code INTO status FROM aws_lambda.invoke(
    aws_commons.create_lambda_function_arn(target),
    json_build_object(
      'id', transfer.id, 'from', transfer.source, 'to', transfer.target, 'cents', transfer.cents, 'madeAt', transfer.made_at
    ),
    'Event'
  );
  RETURN status = 202;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'transfer % was not announced: % (%)', transfer.id, SQLERRM, SQLSTATE;
  RETURN false;
END
$$;

CREATE FUNCTION ledger.announce_new() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.announced := ledger.announce(NEW);
  RETURN NEW;
END
$$;

CREATE TRIGGER announce_new BEFORE INSERT ON ledger.transfers FOR EACH ROW EXECUTE FUNCTION ledger.announce_new();

-- Announces transfers again that were not, the oldest first; how many Lambda took.
CREATE FUNCTION ledger.announce_missed(at_most integer DEFAULT 100) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  missed ledger.transfers;
  taken integer := 0;
BEGIN
  FOR missed IN
    SELECT * FROM ledger.transfers WHERE NOT announced ORDER BY made_at LIMIT at_most FOR UPDATE SKIP LOCKED
  LOOP
    EXIT WHEN NOT ledger.announce(missed);
    UPDATE ledger.transfers SET announced = true WHERE id = missed.id;
    taken := taken + 1;
  END LOOP;
  RETURN taken;
END
$$;

REVOKE ALL ON FUNCTION ledger.announce(ledger.transfers), ledger.announce_new(), ledger.announce_missed(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.announce_missed(integer) TO transfers_app;
