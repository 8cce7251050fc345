-- Announces transfers again that were not, the oldest first, up to the first that Lambda does not take; how many it took.
CREATE PROCEDURE announce_missed(IN at_most int, OUT taken int)
SQL SECURITY DEFINER
BEGIN
  DECLARE done boolean DEFAULT false;
  DECLARE was_taken boolean;
  DECLARE missed_id, missed_source, missed_target varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
  DECLARE missed_cents bigint;
  DECLARE missed_at timestamp(3);
  DECLARE missed CURSOR FOR
    SELECT id, source, target, cents, made_at FROM transfers WHERE NOT announced ORDER BY made_at LIMIT at_most FOR UPDATE SKIP LOCKED;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = true;
  SET taken = 0;
  OPEN missed;
  each_one: LOOP
    FETCH missed INTO missed_id, missed_source, missed_target, missed_cents, missed_at;
    IF done THEN
      LEAVE each_one;
    END IF;
    CALL announce(missed_id, missed_source, missed_target, missed_cents, missed_at, was_taken);
    IF NOT was_taken THEN
      LEAVE each_one;
    END IF;
    UPDATE transfers SET announced = true WHERE id = missed_id;
    SET taken = taken + 1;
  END LOOP;
  CLOSE missed;
END
