package main

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
)

// object is a composite literal of a struct.
type object struct {
	of     string
	fields map[string]any
}

// call is a call that is not followed: its name, with the package, its types and its arguments.
type call struct {
	name  string
	on    any
	types []string
	args  []any
}

// symbol is a name of another package.
type symbol string

// closure is a function of the provider, or a function literal with what stands around it.
type closure struct {
	name string
	in   *source
	file *file
	typ  *ast.FuncType
	body *ast.BlockStmt
	env  *scope
}

// scope has the variables of a function.
type scope struct {
	names map[string]any
	outer *scope
}

func (s *scope) get(name string) (any, bool) {
	for at := s; at != nil; at = at.outer {
		if found, ok := at.names[name]; ok {
			return found, true
		}
	}
	return nil, false
}

func (s *scope) set(name string, to any) {
	for at := s; at != nil; at = at.outer {
		if _, ok := at.names[name]; ok {
			at.names[name] = to
			return
		}
	}
	s.names[name] = to
}

// deepest is how many calls follow each other at most: some schemas hold themselves.
const deepest = 40

// evaluator works out what the expressions of a schema are, as far as that takes no run.
type evaluator struct {
	loader *loader
	in     *source
	file   *file
	depth  int
}

func (e evaluator) eval(expr ast.Expr, env *scope) any {
	switch x := expr.(type) {
	case *ast.BasicLit:
		return literal(x)
	case *ast.ParenExpr:
		return e.eval(x.X, env)
	case *ast.UnaryExpr:
		return negate(x.Op, e.eval(x.X, env))
	case *ast.StarExpr:
		return e.eval(x.X, env)
	case *ast.BinaryExpr:
		return combine(x.Op, e.eval(x.X, env), e.eval(x.Y, env))
	case *ast.Ident:
		return e.ident(x.Name, env)
	case *ast.SelectorExpr:
		return e.selector(x, env)
	case *ast.CompositeLit:
		return e.composite(x, x.Type, env)
	case *ast.FuncLit:
		return closure{in: e.in, file: e.file, typ: x.Type, body: x.Body, env: env}
	case *ast.IndexExpr:
		if m, ok := e.eval(x.X, env).(map[string]any); ok {
			key, _ := e.eval(x.Index, env).(string)
			return m[key]
		}
		return nil
	case *ast.CallExpr:
		return e.call(x, env)
	}
	return nil
}

func literal(x *ast.BasicLit) any {
	switch x.Kind {
	case token.INT:
		n, _ := strconv.ParseInt(strings.ReplaceAll(x.Value, "_", ""), 0, 64)
		return n
	case token.FLOAT:
		n, _ := strconv.ParseFloat(x.Value, 64)
		return n
	case token.STRING, token.CHAR:
		text, _ := strconv.Unquote(x.Value)
		return text
	}
	return nil
}

func negate(op token.Token, of any) any {
	switch n := of.(type) {
	case int64:
		if op == token.SUB {
			return -n
		}
	case float64:
		if op == token.SUB {
			return -n
		}
	case bool:
		if op == token.NOT {
			return !n
		}
	}
	return of
}

func combine(op token.Token, a, b any) any {
	if x, ok := a.(string); ok {
		if y, ok := b.(string); ok && op == token.ADD {
			return x + y
		}
		return nil
	}
	x, okX := a.(int64)
	y, okY := b.(int64)
	if !okX || !okY {
		return nil
	}
	switch op {
	case token.ADD:
		return x + y
	case token.SUB:
		return x - y
	case token.MUL:
		return x * y
	case token.SHL:
		return x << y
	}
	return nil
}

func (e evaluator) ident(name string, env *scope) any {
	switch name {
	case "true":
		return true
	case "false":
		return false
	case "nil":
		return nil
	}
	if found, ok := env.get(name); ok {
		return found
	}
	return e.member(e.in, name)
}

// member is a function or a value of a package.
func (e evaluator) member(of *source, name string) any {
	if f, ok := of.funcs[name]; ok && f.decl.Body != nil {
		package_ := of.folder[strings.LastIndex(of.folder, "/")+1:]
		return closure{name: package_ + "." + name, in: f.in, file: f.file, typ: f.decl.Type, body: f.decl.Body}
	}
	if v, ok := of.values[name]; ok && e.depth < deepest {
		return evaluator{loader: e.loader, in: v.in, file: v.file, depth: e.depth + 1}.eval(v.expr, nil)
	}
	return nil
}

func (e evaluator) selector(x *ast.SelectorExpr, env *scope) any {
	base, ok := x.X.(*ast.Ident)
	if !ok {
		if o, ok := e.eval(x.X, env).(*object); ok {
			return o.fields[x.Sel.Name]
		}
		return nil
	}
	if local, ok := env.get(base.Name); ok {
		if o, ok := local.(*object); ok {
			return o.fields[x.Sel.Name]
		}
		return nil
	}
	path, ok := e.file.imports[base.Name]
	if !ok {
		return nil
	}
	return e.imported(path, x.Sel.Name)
}

func (e evaluator) imported(path, name string) any {
	if folder, ok := strings.CutPrefix(path, module+"/"); ok && !isKnown(folder) {
		if found := e.member(e.loader.load(folder), name); found != nil {
			return found
		}
	}
	return symbol(qualified(path, name))
}

// isKnown says whether words.go knows the functions of a package by name.
func isKnown(folder string) bool {
	return folder == "internal/enum" || folder == "internal/framework/types" || folder == "internal/sdkv2/types/nullable"
}

// qualified is `batch/types.JQState` for what AWS's client has, `package.Name` for anything else.
func qualified(path, name string) string {
	if own, ok := strings.CutPrefix(path, sdk); ok {
		return own + "." + name
	}
	return path[strings.LastIndex(path, "/")+1:] + "." + name
}

func (e evaluator) composite(x *ast.CompositeLit, typ ast.Expr, env *scope) any {
	switch t := typ.(type) {
	case *ast.MapType:
		made := map[string]any{}
		for _, each := range x.Elts {
			pair, ok := each.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			if key, ok := e.eval(pair.Key, env).(string); ok {
				made[key] = e.element(pair.Value, t.Value, env)
			}
		}
		return made
	case *ast.ArrayType:
		made := []any{}
		for _, each := range x.Elts {
			if pair, ok := each.(*ast.KeyValueExpr); ok {
				each = pair.Value
			}
			made = append(made, e.element(each, t.Elt, env))
		}
		return made
	}
	made := &object{of: typeName(typ), fields: map[string]any{}}
	for _, each := range x.Elts {
		if pair, ok := each.(*ast.KeyValueExpr); ok {
			if key, ok := pair.Key.(*ast.Ident); ok {
				made.fields[key.Name] = e.eval(pair.Value, env)
			}
		}
	}
	return made
}

// element is an element of a list or map, whose type may be left out.
func (e evaluator) element(expr ast.Expr, typ ast.Expr, env *scope) any {
	if literal, ok := expr.(*ast.CompositeLit); ok && literal.Type == nil {
		return e.composite(literal, typ, env)
	}
	return e.eval(expr, env)
}
