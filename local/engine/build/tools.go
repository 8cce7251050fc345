//go:build tools

// Package tools keeps the requirement on the CLI when "go mod tidy" runs; it is never compiled.
package tools

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
