-- The database calls a function with each transfer, where the deployment names one.
CREATE TRIGGER announce_new BEFORE INSERT ON transfers FOR EACH ROW
BEGIN
  DECLARE taken boolean;
  CALL announce(NEW.id, NEW.source, NEW.target, NEW.cents, NEW.made_at, taken);
  SET NEW.announced = taken;
END
