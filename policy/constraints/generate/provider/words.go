package main

import "strings"

// words are what a validator says of a value.
type words struct {
	Enum       []any  `json:"enum,omitempty"`
	EnumOf     string `json:"enumOf,omitempty"` // a type of AWS's client
	AnyCase    bool   `json:"anyCase,omitempty"`
	Minimum    any    `json:"minimum,omitempty"`
	Maximum    any    `json:"maximum,omitempty"`
	MinLength  any    `json:"minLength,omitempty"`
	MaxLength  any    `json:"maxLength,omitempty"`
	Pattern    string `json:"pattern,omitempty"`
	NotPattern string `json:"notPattern,omitempty"`
	Multiple   any    `json:"multipleOf,omitempty"`
	// Each of several alternatives.
	Any [][]words `json:"any,omitempty"`
	// A validator by its name, which says what no other word does.
	Named string `json:"named,omitempty"`
}

func (e evaluator) words(of any) []words {
	switch v := of.(type) {
	case closure:
		return e.functionWords(v)
	case symbol:
		return []words{{Named: string(v)}}
	case call:
		return e.callWords(v)
	}
	return nil
}

func (e evaluator) callWords(c call) []words {
	name := c.name[strings.LastIndex(c.name, ".")+1:]
	low, high := at(c.args, 0), at(c.args, 1)
	text := strings.Contains(c.name, "stringvalidator.")
	switch name {
	case "ToDiagFunc":
		return e.words(low)
	case "All", "AllDiag":
		made := []words{}
		for _, each := range c.args {
			made = append(made, e.words(each)...)
		}
		return made
	case "Any", "AnyDiag":
		made := words{}
		for _, each := range c.args {
			made.Any = append(made.Any, e.words(each))
		}
		return []words{made}
	case "Validate", "FrameworkValidate":
		return []words{{EnumOf: first(c.types)}}
	case "ValidateIgnoreCase", "FrameworkValidateIgnoreCase":
		return []words{{EnumOf: first(c.types), AnyCase: true}}
	case "StringInSlice":
		made := oneOf(low)
		for i := range made {
			made[i].AnyCase = boolean(high)
		}
		return made
	case "IntInSlice":
		return oneOf(low)
	case "OneOf":
		return oneOf(c.args)
	case "OneOfCaseInsensitive":
		return []words{{Enum: c.args, AnyCase: true}}
	case "StringLenBetween", "LengthBetween":
		return []words{{MinLength: low, MaxLength: high}}
	case "LengthAtLeast":
		return []words{{MinLength: low}}
	case "LengthAtMost":
		return []words{{MaxLength: low}}
	case "IntBetween", "FloatBetween", "Between", "ValidateTypeStringNullableIntBetween":
		return []words{{Minimum: low, Maximum: high}}
	case "IntAtLeast", "FloatAtLeast", "AtLeast", "ValidateTypeStringNullableIntAtLeast":
		return []words{{Minimum: low}}
	case "IntAtMost", "FloatAtMost", "AtMost":
		return []words{{Maximum: low}}
	case "IntDivisibleBy":
		return []words{{Multiple: low}}
	case "StringMatch", "RegexMatches":
		return pattern(low, false)
	case "StringDoesNotMatch":
		return pattern(low, true)
	}
	if text || strings.Contains(c.name, "verify.") || strings.Contains(c.name, "validation.") {
		return []words{{Named: c.name}}
	}
	return nil
}

func at(args []any, i int) any {
	if i < len(args) {
		return args[i]
	}
	return nil
}

// oneOf are the values of a list, or those of a type of AWS's client.
func oneOf(of any) []words {
	if c, ok := of.(call); ok {
		switch {
		case c.name == "enum.Values":
			return []words{{EnumOf: first(c.types)}}
		case c.name == "enum.Slice" || c.name == "enum.EnumSlice":
			of = c.args
		case c.name == "Values":
			return nil
		}
	}
	list, ok := of.([]any)
	if !ok {
		return nil
	}
	made := []any{}
	for _, each := range list {
		switch v := each.(type) {
		case string, int64:
			made = append(made, v)
		case symbol:
			made = append(made, map[string]string{"sdk": string(v)})
		case call: // append(enum.Values[T](), …)
			if v.name != "enum.Values" {
				return nil
			}
			made = append(made, map[string]string{"all": first(v.types)})
		default:
			return nil
		}
	}
	return []words{{Enum: made}}
}

func pattern(of any, not bool) []words {
	c, ok := of.(call)
	if !ok {
		return nil
	}
	text, ok := first(c.args).(string)
	if !ok {
		return nil
	}
	if not {
		return []words{{NotPattern: text}}
	}
	return []words{{Pattern: text}}
}

// functionWords are those of a function of the provider: of the validators that it returns, or of the checks in its body.
func (e evaluator) functionWords(f closure) []words {
	if f.name == "verify.ValidARN" {
		return []words{{Named: f.name}}
	}
	if made, ok := e.run(f, make([]any, 2)).(call); ok {
		return e.words(made)
	}
	made := e.bodyWords(f)
	if len(made) == 0 && f.name != "" {
		return []words{{Named: f.name}}
	}
	return made
}

// typeWords are those of a framework attribute's own type.
func (e evaluator) typeWords(of any) []words {
	switch t := of.(type) {
	case call:
		if strings.HasSuffix(t.name, ".StringEnumType") {
			return []words{{EnumOf: first(t.types)}}
		}
	case symbol:
		if strings.HasSuffix(string(t), ".ARNType") {
			return []words{{Named: "verify.ValidARN"}}
		}
	}
	return nil
}
