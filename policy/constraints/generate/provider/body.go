package main

import (
	"go/ast"
	"go/token"
)

// body reads the checks in a validator's body, each under a condition on the value.
type body struct {
	evaluator
	env *scope
	// The names of the value: `value := v.(string)`.
	values map[string]bool
}

func (e evaluator) bodyWords(f closure) []words {
	b := body{
		evaluator: evaluator{loader: e.loader, in: f.in, file: f.file, depth: e.depth + 1},
		env:       &scope{names: map[string]any{}},
		values:    map[string]bool{},
	}
	made := []words{}
	for _, each := range f.body.List {
		switch s := each.(type) {
		case *ast.AssignStmt:
			if name, ok := s.Lhs[0].(*ast.Ident); ok {
				_, isValue := s.Rhs[0].(*ast.TypeAssertExpr)
				b.values[name.Name] = isValue
				b.env.names[name.Name] = b.eval(s.Rhs[0], b.env)
			}
		case *ast.IfStmt:
			if s.Init != nil || !refuses(s.Body) {
				if returns(s.Body) && !b.isEmpty(s.Cond) {
					return made // what follows is asked of some values alone
				}
				continue
			}
			made = append(made, b.condition(s.Cond)...)
		}
	}
	return made
}

// refuses says whether a branch adds an error.
func refuses(block *ast.BlockStmt) bool {
	found := false
	ast.Inspect(block, func(n ast.Node) bool {
		if name, ok := n.(*ast.Ident); ok && (name.Name == "Errorf" || name.Name == "New") {
			found = true
		}
		return !found
	})
	return found
}

func returns(block *ast.BlockStmt) bool {
	found := false
	ast.Inspect(block, func(n ast.Node) bool {
		if _, ok := n.(*ast.ReturnStmt); ok {
			found = true
		}
		return !found
	})
	return found
}

// isEmpty says whether a condition is `value == ""`.
func (b body) isEmpty(expr ast.Expr) bool {
	x, ok := expr.(*ast.BinaryExpr)
	if !ok || x.Op != token.EQL || !b.isValue(x.X) {
		return false
	}
	text, ok := b.eval(x.Y, b.env).(string)
	return ok && text == ""
}

// condition reads `len(value) > 64` and `!regexache.MustCompile(…).MatchString(value)`, under which a value is refused.
func (b body) condition(expr ast.Expr) []words {
	switch x := expr.(type) {
	case *ast.UnaryExpr:
		if text, ok := b.matched(x.X); ok && x.Op == token.NOT {
			return []words{{Pattern: text}}
		}
	case *ast.CallExpr:
		if text, ok := b.matched(x); ok {
			return []words{{NotPattern: text}}
		}
	case *ast.BinaryExpr:
		if x.Op == token.LOR {
			return append(b.condition(x.X), b.condition(x.Y)...)
		}
		return b.length(x)
	}
	return nil
}

func (b body) length(x *ast.BinaryExpr) []words {
	measured, ok := x.X.(*ast.CallExpr)
	bound, isNumber := b.eval(x.Y, b.env).(int64)
	if !ok || !isNumber || typeName(measured.Fun) != "len" || !b.isValue(measured.Args[0]) {
		return nil
	}
	switch x.Op {
	case token.GTR:
		return []words{{MaxLength: bound}}
	case token.LSS:
		return []words{{MinLength: bound}}
	}
	return nil
}

func (b body) matched(expr ast.Expr) (string, bool) {
	x, ok := expr.(*ast.CallExpr)
	if !ok || typeName(x.Fun) != "MatchString" || !b.isValue(x.Args[0]) {
		return "", false
	}
	compiled, ok := b.eval(x.Fun.(*ast.SelectorExpr).X, b.env).(call)
	if !ok {
		return "", false
	}
	text, ok := first(compiled.args).(string)
	return text, ok
}

func (b body) isValue(expr ast.Expr) bool {
	name, ok := expr.(*ast.Ident)
	return ok && b.values[name.Name]
}
