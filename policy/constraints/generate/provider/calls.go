package main

import (
	"go/ast"
	"go/token"
	"maps"
	"strings"
)

func (e evaluator) call(x *ast.CallExpr, env *scope) any {
	fun, types := x.Fun, []string{}
	switch f := fun.(type) {
	case *ast.IndexExpr:
		fun, types = f.X, e.typeNames([]ast.Expr{f.Index})
	case *ast.IndexListExpr:
		fun, types = f.X, e.typeNames(f.Indices)
	case *ast.ArrayType, *ast.MapType:
		return e.eval(x.Args[0], env)
	}
	if made, ok := e.builtin(fun, x, env); ok {
		return made
	}
	args := make([]any, len(x.Args))
	for i, arg := range x.Args {
		args[i] = e.eval(arg, env)
	}
	if len(args) == 1 && x.Ellipsis != token.NoPos {
		if list, ok := args[0].([]any); ok {
			args = list
		}
	}
	switch called := e.eval(fun, env).(type) {
	case closure:
		if made := e.run(called, args); made != nil {
			return made
		}
		return call{name: called.name, types: types, args: args}
	case call:
		return called // a validator that is called with the value
	case symbol:
		if len(args) == 1 && (called == "maps.Clone" || called == "sync.OnceValue") {
			return args[0]
		}
		return call{name: string(called), types: types, args: args}
	}
	selector, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	if _, isName := selector.X.(*ast.Ident); isName {
		for _, methods := range e.in.methods {
			if f, ok := methods[selector.Sel.Name]; ok && f.decl.Body != nil {
				return e.run(closure{name: f.name, in: f.in, file: f.file, typ: f.decl.Type, body: f.decl.Body}, args)
			}
		}
	}
	return call{name: selector.Sel.Name, on: e.eval(selector.X, env), types: types, args: args}
}

// builtin is a call of Go's own functions and conversions.
func (e evaluator) builtin(fun ast.Expr, x *ast.CallExpr, env *scope) (any, bool) {
	name, ok := fun.(*ast.Ident)
	if !ok {
		return nil, false
	}
	switch name.Name {
	case "string", "int", "int32", "int64", "float64", "float32", "any":
		return e.eval(x.Args[0], env), true
	case "append":
		made := []any{}
		switch start := e.eval(x.Args[0], env).(type) {
		case []any:
			made = append(made, start...)
		case nil:
		default:
			made = append(made, start)
		}
		for _, arg := range x.Args[1:] {
			added := e.eval(arg, env)
			if more, ok := added.([]any); ok && x.Ellipsis != token.NoPos {
				made = append(made, more...)
			} else {
				made = append(made, added)
			}
		}
		return made, true
	}
	return nil, false
}

func (e evaluator) typeNames(exprs []ast.Expr) []string {
	names := make([]string, len(exprs))
	for i, each := range exprs {
		if s, ok := each.(*ast.SelectorExpr); ok {
			if base, ok := s.X.(*ast.Ident); ok {
				names[i] = qualified(e.file.imports[base.Name], s.Sel.Name)
				continue
			}
		}
		names[i] = e.in.folder[strings.LastIndex(e.in.folder, "/")+1:] + "." + typeName(each)
	}
	return names
}

// result is where a method that returns nothing leaves what it makes: `response.Schema = …`.
const result = "\x00result"

// run is what a function of the provider returns.
func (e evaluator) run(f closure, args []any) any {
	if e.depth > deepest || f.body == nil {
		return nil
	}
	env := &scope{names: map[string]any{}, outer: f.env}
	i := 0
	for _, field := range f.typ.Params.List {
		_, variadic := field.Type.(*ast.Ellipsis)
		for _, name := range field.Names {
			switch {
			case variadic && i <= len(args):
				env.names[name.Name] = append([]any{}, args[i:]...)
			case i < len(args):
				env.names[name.Name] = args[i]
			default:
				env.names[name.Name] = nil
			}
			i++
		}
	}
	inner := evaluator{loader: e.loader, in: f.in, file: f.file, depth: e.depth + 1}
	if returned, done := inner.block(f.body.List, env); done {
		return returned
	}
	return env.names[result]
}

// block runs statements up to a return. A branch is followed where its condition is known, and skipped otherwise.
func (e evaluator) block(statements []ast.Stmt, env *scope) (any, bool) {
	for _, each := range statements {
		switch s := each.(type) {
		case *ast.ReturnStmt:
			if len(s.Results) == 0 {
				return env.names[result], true
			}
			return e.eval(s.Results[0], env), true
		case *ast.AssignStmt:
			e.assign(s, env)
		case *ast.DeclStmt:
			if d, ok := s.Decl.(*ast.GenDecl); ok {
				e.declare(d, env)
			}
		case *ast.IfStmt:
			condition, known := e.eval(s.Cond, env).(bool)
			if known && condition {
				if returned, done := e.block(s.Body.List, env); done {
					return returned, true
				}
			}
		case *ast.RangeStmt:
			e.repeat(s, env)
		case *ast.ExprStmt:
			e.expression(s, env)
		}
	}
	return nil, false
}

// expression is a call for its effect: maps.Copy.
func (e evaluator) expression(s *ast.ExprStmt, env *scope) {
	x, ok := s.X.(*ast.CallExpr)
	if !ok || len(x.Args) != 2 || typeName(x.Fun) != "Copy" {
		return
	}
	to, okTo := e.eval(x.Args[0], env).(map[string]any)
	from, okFrom := e.eval(x.Args[1], env).(map[string]any)
	if okTo && okFrom {
		maps.Copy(to, from)
	}
}

func (e evaluator) declare(d *ast.GenDecl, env *scope) {
	for _, each := range d.Specs {
		if spec, ok := each.(*ast.ValueSpec); ok {
			for i, name := range spec.Names {
				env.names[name.Name] = nil
				if i < len(spec.Values) {
					env.names[name.Name] = e.eval(spec.Values[i], env)
				}
			}
		}
	}
}

func (e evaluator) assign(s *ast.AssignStmt, env *scope) {
	if len(s.Rhs) != len(s.Lhs) {
		for _, left := range s.Lhs {
			if name, ok := left.(*ast.Ident); ok {
				env.names[name.Name] = nil
			}
		}
		return
	}
	for i, left := range s.Lhs {
		to := e.eval(s.Rhs[i], env)
		switch l := left.(type) {
		case *ast.Ident:
			if s.Tok == token.DEFINE {
				env.names[l.Name] = to
			} else {
				env.set(l.Name, to)
			}
		case *ast.IndexExpr:
			if m, ok := e.eval(l.X, env).(map[string]any); ok {
				if key, ok := e.eval(l.Index, env).(string); ok {
					m[key] = to
				}
			}
		case *ast.SelectorExpr:
			if o, ok := e.eval(l.X, env).(*object); ok {
				o.fields[l.Sel.Name] = to
			} else if l.Sel.Name == "Schema" {
				env.names[result] = to
			}
		}
	}
}

// repeat runs a loop over a map that is known, such as one that adds further attributes.
func (e evaluator) repeat(s *ast.RangeStmt, env *scope) {
	of, ok := e.eval(s.X, env).(map[string]any)
	if !ok {
		return
	}
	for key, each := range of {
		inner := &scope{names: map[string]any{}, outer: env}
		if name, ok := s.Key.(*ast.Ident); ok {
			inner.names[name.Name] = key
		}
		if name, ok := s.Value.(*ast.Ident); ok {
			inner.names[name.Name] = each
		}
		e.block(s.Body.List, inner)
	}
}
