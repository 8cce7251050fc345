// Prints the schemas of the Terraform AWS provider's resources, which Pulumi's provider is made of, with what its
// validators say, as JSON. It reads the provider's source; it does not build it, which would take half an hour.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

var annotation = regexp.MustCompile(`@(SDK|Framework)Resource\("(aws_\w+)"`)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run . <source of the provider>")
		os.Exit(2)
	}
	l := &loader{root: os.Args[1], loaded: map[string]*source{}}
	folders, err := filepath.Glob(filepath.Join(l.root, "internal/service/*"))
	if err != nil || len(folders) == 0 {
		fmt.Fprintf(os.Stderr, "%s has no internal/service\n", l.root)
		os.Exit(2)
	}
	all := map[string]*resource{}
	for _, folder := range folders {
		of := l.load(filepath.Join("internal/service", filepath.Base(folder)))
		for _, f := range of.funcs {
			read(l, of, f, all)
		}
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(all); err != nil {
		panic(err)
	}
}

// read adds the resources that the comment above a function names.
func read(l *loader, of *source, f *function, all map[string]*resource) {
	if f.decl.Doc == nil {
		return
	}
	var text strings.Builder
	for _, line := range f.decl.Doc.List {
		text.WriteString(line.Text + "\n")
	}
	for _, found := range annotation.FindAllStringSubmatch(text.String(), -1) {
		e := evaluator{loader: l, in: of, file: f.file}
		made := &resource{File: f.file.path}
		if found[1] == "SDK" {
			returned, _ := e.run(closure{name: f.name, in: of, file: f.file, typ: f.decl.Type, body: f.decl.Body}, nil).(*object)
			if returned != nil {
				made.Attributes = e.nested(returned)
			}
		} else {
			e.framework(f, made)
		}
		if len(made.Attributes) == 0 {
			fmt.Fprintf(os.Stderr, "%s is not understood\n", found[2])
			continue
		}
		all[found[2]] = made
	}
}

// framework reads the methods Schema and ConfigValidators of the type that a constructor makes.
func (e evaluator) framework(f *function, to *resource) {
	of := e.constructed(f)
	method := func(name string) any {
		m := e.in.method(of, name)
		if m == nil {
			return nil
		}
		return e.run(closure{name: name, in: m.in, file: m.file, typ: m.decl.Type, body: m.decl.Body}, nil)
	}
	if schema, ok := method("Schema").(*object); ok {
		to.Attributes = e.frameworkAttributes(schema)
	}
	to.Together = checksTogether(method("ConfigValidators"))
}

// constructed is the type of the first composite literal that names a type with a method Schema.
func (e evaluator) constructed(f *function) string {
	found := ""
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		if literal, ok := n.(*ast.CompositeLit); ok && found == "" {
			if name := typeName(literal.Type); e.in.method(name, "Schema") != nil {
				found = name
			}
		}
		return found == ""
	})
	return found
}
