-- aws_lambda.invoke with the signatures of RDS. An event is written down for the emulator, which invokes the function with
-- the role of the database. Unlike on AWS that happens when the transaction commits, and an answer cannot be waited for.
CREATE TABLE aws_lambda._calls (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  call json NOT NULL,
  taken_at timestamptz
);
GRANT SELECT ON aws_lambda._calls TO rds_superuser;

CREATE FUNCTION aws_lambda._call(function_name text, payload json, region text, invocation_type text, qualifier text)
RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF invocation_type IS DISTINCT FROM 'Event' THEN
    RAISE EXCEPTION 'aws_lambda.invoke: only invocation_type Event runs on this machine, not %', invocation_type
      USING ERRCODE = 'feature_not_supported';
  END IF;
  IF length(function_name) > 170 THEN
    RAISE EXCEPTION 'aws_lambda.invoke: a function''s name has 170 characters at most'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO aws_lambda._calls (call) VALUES (json_build_object(
    'function', function_name, 'payload', payload, 'region', region, 'qualifier', qualifier
  ));
  NOTIFY aws_lambda;
  RETURN 202;
END
$$;

CREATE FUNCTION aws_lambda.invoke(
  IN function_name aws_commons._lambda_function_arn_1, IN payload json,
  IN invocation_type text DEFAULT 'RequestResponse', IN log_type text DEFAULT 'None', IN context json DEFAULT NULL,
  IN qualifier varchar(128) DEFAULT NULL,
  OUT status_code int, OUT payload json, OUT executed_version text, OUT log_result text
) LANGUAGE sql AS $$
  SELECT aws_lambda._call(($1).function_name, $2, ($1).region, $3, $6), NULL::json, NULL::text, NULL::text
$$;

CREATE FUNCTION aws_lambda.invoke(
  IN function_name text, IN payload json, IN region text DEFAULT NULL,
  IN invocation_type text DEFAULT 'RequestResponse', IN log_type text DEFAULT 'None', IN context json DEFAULT NULL,
  IN qualifier varchar(128) DEFAULT NULL,
  OUT status_code int, OUT payload json, OUT executed_version text, OUT log_result text
) LANGUAGE sql AS $$
  SELECT aws_lambda._call($1, $2, $3, $4, $7), NULL::json, NULL::text, NULL::text
$$;
