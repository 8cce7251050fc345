//go:build tools

// Package tools keeps the requirement on the host when "go mod tidy" runs; it is never compiled.
package tools

import _ "github.com/pulumi/pulumi/sdk/v3/python/cmd/pulumi-language-python"
