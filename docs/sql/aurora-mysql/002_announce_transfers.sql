-- The database calls a function with each transfer, where the deployment names one. The first user owns the trigger, and
-- calls the function for whoever inserts.
GRANT AWS_LAMBDA_ACCESS TO CURRENT_USER();

CREATE TRIGGER announce_new AFTER INSERT ON transfers FOR EACH ROW
BEGIN
  DECLARE target varchar(2048);
  DECLARE ignored bigint;
  -- A call that fails must not undo the transfer.
  DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
  SELECT value INTO target FROM headroom_settings WHERE name = 'announced_function';
  IF coalesce(target, '') <> '' THEN
    SET ignored = lambda_async(target, json_object(
      'id', NEW.id, 'from', NEW.source, 'to', NEW.target, 'cents', NEW.cents, 'madeAt', NEW.made_at
    ));
  END IF;
END;
