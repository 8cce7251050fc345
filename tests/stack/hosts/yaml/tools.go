//go:build tools

// Package tools keeps the requirement on the host when "go mod tidy" runs; it is never compiled.
package tools

import _ "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml"
