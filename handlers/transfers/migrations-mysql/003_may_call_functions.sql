-- The role of Aurora's own that may call lambda_async, for whom the trigger below belongs to. It is active where the
-- cluster has activate_all_roles_on_login, as a Database with callsFunctions does.
GRANT AWS_LAMBDA_ACCESS TO CURRENT_USER();
