package main

import "strings"

var frameworkKinds = map[string]string{
	"StringAttribute":       "string",
	"BoolAttribute":         "boolean",
	"Int64Attribute":        "number",
	"Int32Attribute":        "number",
	"Float64Attribute":      "number",
	"Float32Attribute":      "number",
	"NumberAttribute":       "number",
	"ListAttribute":         "list",
	"SetAttribute":          "set",
	"MapAttribute":          "map",
	"ObjectAttribute":       "object",
	"ListNestedAttribute":   "list",
	"SetNestedAttribute":    "set",
	"MapNestedAttribute":    "map",
	"SingleNestedAttribute": "object",
	"ListNestedBlock":       "list",
	"SetNestedBlock":        "set",
	"SingleNestedBlock":     "object",
}

// frameworkAttributes are those of a schema of the plugin framework, blocks among them.
func (e evaluator) frameworkAttributes(of *object) map[string]*attribute {
	made := map[string]*attribute{}
	for _, part := range []string{"Attributes", "Blocks"} {
		all, _ := of.fields[part].(map[string]any)
		for name, each := range all {
			if found := e.frameworkAttribute(each); found != nil {
				made[name] = found
			}
		}
	}
	return made
}

func (e evaluator) frameworkAttribute(of any) *attribute {
	o, ok := of.(*object)
	if !ok {
		return nil
	}
	kind, ok := frameworkKinds[o.of]
	if !ok {
		return nil
	}
	f := o.fields
	made := &attribute{
		Type:     kind,
		Required: boolean(f["Required"]),
		Optional: boolean(f["Optional"]) || strings.HasSuffix(o.of, "Block"),
		Computed: boolean(f["Computed"]),
		ForceNew: replaces(f["PlanModifiers"]),
	}
	made.Words = e.typeWords(f["CustomType"])
	if inner, ok := f["NestedObject"].(*object); ok {
		made.Element = &attribute{Type: "object", Attributes: e.frameworkAttributes(inner)}
		e.validators(made.Element, inner.fields["Validators"])
	} else if kind == "list" || kind == "set" || kind == "map" {
		made.Element = e.elementOf(f)
	}
	if kind == "object" {
		made.Attributes = e.frameworkAttributes(o)
	}
	e.validators(made, f["Validators"])
	return made
}

// elementOf is what a list of plain values has, by its own type or by that of its elements.
func (e evaluator) elementOf(f map[string]any) *attribute {
	made := &attribute{Type: "string"}
	if s, ok := f["ElementType"].(symbol); ok && !strings.HasSuffix(string(s), "StringType") {
		made.Type = ""
	}
	if c, ok := f["CustomType"].(call); ok && strings.HasSuffix(c.name, "OfStringEnumType") {
		made.Words = []words{{EnumOf: first(c.types)}}
	}
	made.Words = append(made.Words, e.typeWords(f["ElementType"])...)
	return made
}

func replaces(modifiers any) bool {
	list, _ := modifiers.([]any)
	for _, each := range list {
		if c, ok := each.(call); ok && strings.HasSuffix(c.name, ".RequiresReplace") {
			return true
		}
	}
	return false
}

// validators adds what the validators of a framework attribute say.
func (e evaluator) validators(to *attribute, of any) {
	list, _ := of.([]any)
	for _, each := range list {
		c, ok := each.(call)
		if !ok {
			continue
		}
		kind := c.name[strings.LastIndex(c.name, ".")+1:]
		switch kind {
		case "ConflictsWith":
			to.ConflictsWith = append(to.ConflictsWith, names(c.args)...)
		case "ExactlyOneOf":
			to.ExactlyOneOf = append(to.ExactlyOneOf, names(c.args)...)
		case "AtLeastOneOf":
			to.AtLeastOneOf = append(to.AtLeastOneOf, names(c.args)...)
		case "AlsoRequires":
			to.RequiredWith = append(to.RequiredWith, names(c.args)...)
		case "IsRequired":
			to.Required, to.Optional = true, false
		case "SizeAtLeast":
			to.MinItems = integer(first(c.args))
		case "SizeAtMost":
			to.MaxItems = integer(first(c.args))
		case "SizeBetween":
			if len(c.args) == 2 {
				to.MinItems, to.MaxItems = integer(c.args[0]), integer(c.args[1])
			}
		case "ValueStringsAre":
			if to.Element != nil {
				e.validators(to.Element, c.args)
			}
		default:
			to.Words = append(to.Words, e.words(c)...)
		}
	}
}

// names are the arguments that path expressions name: beside this one, or `.name` from the resource.
func names(paths []any) []string {
	made := []string{}
	for _, each := range paths {
		made = append(made, name(each))
	}
	return made
}

// unknown is the name of an argument that a path expression names in another way.
const unknown = "?"

func name(of any) string {
	c, ok := of.(call)
	if !ok {
		return unknown
	}
	text, _ := first(c.args).(string)
	switch c.name {
	case "path.MatchRoot", "path.Root":
		return "." + text
	case "AtListIndex", "AtAnyListIndex", "AtAnySetValue":
		return name(c.on) + ".0"
	case "AtName":
		if parent, ok := c.on.(call); ok && parent.name == "AtParent" {
			if start, ok := parent.on.(call); ok && start.name == "path.MatchRelative" {
				return text
			}
			return unknown
		}
		return name(c.on) + "." + text
	}
	return unknown
}

func first[T any](of []T) (none T) {
	if len(of) == 0 {
		return none
	}
	return of[0]
}

var kindsTogether = map[string]string{
	"resourcevalidator.ExactlyOneOf":     "exactlyOneOf",
	"resourcevalidator.Conflicting":      "conflicting",
	"resourcevalidator.AtLeastOneOf":     "atLeastOneOf",
	"resourcevalidator.RequiredTogether": "requiredTogether",
}

func checksTogether(of any) []together {
	list, _ := of.([]any)
	made := []together{}
	for _, each := range list {
		c, ok := each.(call)
		if !ok || kindsTogether[c.name] == "" {
			continue
		}
		made = append(made, together{Kind: kindsTogether[c.name], Names: names(c.args)})
	}
	return made
}
