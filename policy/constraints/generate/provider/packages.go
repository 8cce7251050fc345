package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// module is the path of the provider's own packages.
const module = "github.com/hashicorp/terraform-provider-aws"

// sdk is the path of AWS's client, whose types have the names of AWS's models.
const sdk = "github.com/aws/aws-sdk-go-v2/service/"

// source is one package of the provider: its declarations by name, each with the imports of its file.
type source struct {
	folder  string
	files   map[string]*file
	funcs   map[string]*function
	methods map[string]map[string]*function // by receiver, then by name
	values  map[string]*value
	// The types that a struct holds without a name, whose methods it has.
	embedded map[string][]string
}

type file struct {
	path    string
	imports map[string]string
	syntax  *ast.File
}

type function struct {
	name string
	in   *source
	file *file
	decl *ast.FuncDecl
}

type value struct {
	in   *source
	file *file
	expr ast.Expr
}

// loader reads packages when they are first asked for.
type loader struct {
	root   string
	loaded map[string]*source
}

func (l *loader) load(folder string) *source {
	if found, ok := l.loaded[folder]; ok {
		return found
	}
	s := &source{
		folder:  folder,
		files:   map[string]*file{},
		funcs:   map[string]*function{},
		methods: map[string]map[string]*function{},
		values:  map[string]*value{},

		embedded: map[string][]string{},
	}
	l.loaded[folder] = s
	entries, err := os.ReadDir(filepath.Join(l.root, folder))
	if err != nil {
		return s
	}
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		at := filepath.Join(folder, name)
		syntax, err := parser.ParseFile(token.NewFileSet(), filepath.Join(l.root, at), nil, parser.ParseComments)
		if err == nil {
			s.add(&file{path: at, imports: imports(syntax), syntax: syntax})
		}
	}
	return s
}

func imports(syntax *ast.File) map[string]string {
	found := map[string]string{}
	for _, each := range syntax.Imports {
		path := strings.Trim(each.Path.Value, `"`)
		name := path[strings.LastIndex(path, "/")+1:]
		if each.Name != nil {
			name = each.Name.Name
		}
		found[name] = path
	}
	return found
}

func (s *source) add(f *file) {
	s.files[f.path] = f
	for _, decl := range f.syntax.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			made := &function{name: d.Name.Name, in: s, file: f, decl: d}
			if d.Recv == nil {
				s.funcs[d.Name.Name] = made
				continue
			}
			receiver := typeName(d.Recv.List[0].Type)
			if s.methods[receiver] == nil {
				s.methods[receiver] = map[string]*function{}
			}
			s.methods[receiver][d.Name.Name] = made
		case *ast.GenDecl:
			s.addValues(d, f)
			s.addTypes(d)
		}
	}
}

func (s *source) addValues(d *ast.GenDecl, f *file) {
	for _, each := range d.Specs {
		spec, ok := each.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, name := range spec.Names {
			if i < len(spec.Values) {
				s.values[name.Name] = &value{in: s, file: f, expr: spec.Values[i]}
			}
		}
	}
}

func (s *source) addTypes(d *ast.GenDecl) {
	for _, each := range d.Specs {
		spec, ok := each.(*ast.TypeSpec)
		if !ok {
			continue
		}
		if of, ok := spec.Type.(*ast.StructType); ok {
			for _, field := range of.Fields.List {
				if len(field.Names) == 0 {
					s.embedded[spec.Name.Name] = append(s.embedded[spec.Name.Name], typeName(field.Type))
				}
			}
		}
	}
}

// method is a method of a type, or of one that it holds.
func (s *source) method(of, name string) *function {
	if found, ok := s.methods[of][name]; ok {
		return found
	}
	for _, inner := range s.embedded[of] {
		if found := s.method(inner, name); found != nil {
			return found
		}
	}
	return nil
}

// typeName is the name of a type, without pointer, package and type arguments.
func typeName(expr ast.Expr) string {
	switch t := expr.(type) {
	case *ast.StarExpr:
		return typeName(t.X)
	case *ast.Ident:
		return t.Name
	case *ast.SelectorExpr:
		return t.Sel.Name
	case *ast.IndexExpr:
		return typeName(t.X)
	case *ast.ParenExpr:
		return typeName(t.X)
	}
	return ""
}
