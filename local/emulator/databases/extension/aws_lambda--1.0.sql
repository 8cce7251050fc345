-- aws_lambda.invoke with the signatures of RDS. An event is notified to the emulator, which invokes the function with the
-- role of the database. Unlike on AWS that happens when the transaction commits, and an answer cannot be waited for.
CREATE FUNCTION aws_lambda._notify(function_name text, payload json, region text, invocation_type text, qualifier text)
RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  IF invocation_type IS DISTINCT FROM 'Event' THEN
    RAISE EXCEPTION 'aws_lambda.invoke: only invocation_type Event runs on this machine, not %', invocation_type
      USING ERRCODE = 'feature_not_supported';
  END IF;
  PERFORM pg_notify('aws_lambda', json_build_object(
    'function', function_name, 'payload', payload, 'region', region, 'qualifier', qualifier
  )::text);
  RETURN 202;
END
$$;

CREATE FUNCTION aws_lambda.invoke(
  IN function_name aws_commons._lambda_function_arn_1, IN payload json,
  IN invocation_type text DEFAULT 'RequestResponse', IN log_type text DEFAULT 'None', IN context json DEFAULT NULL,
  IN qualifier varchar(128) DEFAULT NULL,
  OUT status_code int, OUT payload json, OUT executed_version text, OUT log_result text
) LANGUAGE sql AS $$
  SELECT aws_lambda._notify(($1).function_name, $2, ($1).region, $3, $6), NULL::json, NULL::text, NULL::text
$$;

CREATE FUNCTION aws_lambda.invoke(
  IN function_name text, IN payload json, IN region text DEFAULT NULL,
  IN invocation_type text DEFAULT 'RequestResponse', IN log_type text DEFAULT 'None', IN context json DEFAULT NULL,
  IN qualifier varchar(128) DEFAULT NULL,
  OUT status_code int, OUT payload json, OUT executed_version text, OUT log_result text
) LANGUAGE sql AS $$
  SELECT aws_lambda._notify($1, $2, $3, $4, $7), NULL::json, NULL::text, NULL::text
$$;
