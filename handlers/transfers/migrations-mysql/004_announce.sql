-- True when Lambda took the event. A call that fails must not undo the transfer: announce_missed() comes again.
CREATE PROCEDURE announce(
  IN id varchar(128), IN source varchar(128), IN target varchar(128), IN cents bigint, IN made_at timestamp(3),
  OUT taken boolean
)
SQL SECURITY DEFINER
BEGIN
  DECLARE called_function text;
  DECLARE answer text;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION SET taken = false;
  SET taken = false;
  SELECT coalesce(max(value), '') INTO called_function FROM headroom.settings WHERE `key` = 'announced_function';
  IF called_function <> '' THEN
    SET answer = lambda_async(called_function, JSON_OBJECT(
      'id', id, 'from', source, 'to', target, 'cents', cents, 'madeAt', date_format(made_at, '%Y-%m-%dT%H:%i:%s.%fZ')
    ));
    SET taken = true;
  END IF;
END
