package main

// attribute is an argument of a resource as the provider declares it.
type attribute struct {
	Type       string                `json:"type"`
	Required   bool                  `json:"required,omitempty"`
	Optional   bool                  `json:"optional,omitempty"`
	Computed   bool                  `json:"computed,omitempty"`
	ForceNew   bool                  `json:"forceNew,omitempty"`
	MinItems   int64                 `json:"minItems,omitempty"`
	MaxItems   int64                 `json:"maxItems,omitempty"`
	Words      []words               `json:"words,omitempty"`
	Element    *attribute            `json:"element,omitempty"`
	Attributes map[string]*attribute `json:"attributes,omitempty"`
	// With others: their paths from the resource, or their names beside this one where a name has no dot.
	ConflictsWith []string `json:"conflictsWith,omitempty"`
	ExactlyOneOf  []string `json:"exactlyOneOf,omitempty"`
	AtLeastOneOf  []string `json:"atLeastOneOf,omitempty"`
	RequiredWith  []string `json:"requiredWith,omitempty"`
}

// resource is a type of the provider.
type resource struct {
	File       string                `json:"file"`
	Attributes map[string]*attribute `json:"attributes"`
	// Checks of several arguments of the resource: exactlyOneOf, conflicting, atLeastOneOf, requiredTogether.
	Together []together `json:"together,omitempty"`
}

type together struct {
	Kind  string   `json:"kind"`
	Names []string `json:"names"`
}

func texts(of any) []string {
	list, _ := of.([]any)
	made := []string{}
	for _, each := range list {
		if text, ok := each.(string); ok {
			made = append(made, text)
		}
	}
	return made
}

func boolean(of any) bool {
	is, _ := of.(bool)
	return is
}

func integer(of any) int64 {
	n, _ := of.(int64)
	return n
}

var kinds = map[string]string{
	"schema.TypeString": "string",
	"schema.TypeInt":    "number",
	"schema.TypeFloat":  "number",
	"schema.TypeBool":   "boolean",
	"schema.TypeList":   "list",
	"schema.TypeSet":    "set",
	"schema.TypeMap":    "map",
}

// attributes are those of a map of the plugin SDK's schemas.
func (e evaluator) attributes(of any) map[string]*attribute {
	all, _ := of.(map[string]any)
	made := map[string]*attribute{}
	for name, each := range all {
		if found := e.attribute(each); found != nil {
			made[name] = found
		}
	}
	return made
}

func (e evaluator) attribute(of any) *attribute {
	o, ok := of.(*object)
	if !ok {
		return nil
	}
	f := o.fields
	kind, _ := f["Type"].(symbol)
	made := &attribute{
		Type:          kinds[string(kind)],
		Required:      boolean(f["Required"]),
		Optional:      boolean(f["Optional"]),
		Computed:      boolean(f["Computed"]),
		ForceNew:      boolean(f["ForceNew"]),
		MinItems:      integer(f["MinItems"]),
		MaxItems:      integer(f["MaxItems"]),
		ConflictsWith: texts(f["ConflictsWith"]),
		ExactlyOneOf:  texts(f["ExactlyOneOf"]),
		AtLeastOneOf:  texts(f["AtLeastOneOf"]),
		RequiredWith:  texts(f["RequiredWith"]),
	}
	for _, validator := range []any{f["ValidateFunc"], f["ValidateDiagFunc"]} {
		if validator != nil {
			made.Words = append(made.Words, e.words(validator)...)
		}
	}
	switch element := f["Elem"].(type) {
	case *object:
		if element.of == "Resource" {
			made.Element = &attribute{Type: "object", Attributes: e.nested(element)}
		} else {
			made.Element = e.attribute(element)
		}
	case symbol:
		made.Element = &attribute{Type: kinds[string(element)]}
	}
	return made
}

// nested are the attributes of a schema.Resource.
func (e evaluator) nested(of *object) map[string]*attribute {
	if lazy, ok := of.fields["SchemaFunc"].(closure); ok {
		return e.attributes(e.run(lazy, nil))
	}
	return e.attributes(of.fields["Schema"])
}
