package shop

import (
	"fmt"

	"github.com/YakDriver/regexache"
	awstypes "github.com/aws/aws-sdk-go-v2/service/sqs/types"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/validation"
	"github.com/hashicorp/terraform-provider-aws/internal/enum"
	"github.com/hashicorp/terraform-provider-aws/names"
)

const maxLines = 10 * 2

// @SDKResource("aws_shop_order", name="Order")
func resourceOrder() *schema.Resource {
	return &schema.Resource{
		SchemaFunc: func() map[string]*schema.Schema {
			made := map[string]*schema.Schema{
				names.AttrName: {
					Type:         schema.TypeString,
					Required:     true,
					ForceNew:     true,
					ValidateFunc: validOrderName,
				},
				"state": {
					Type:             schema.TypeString,
					Optional:         true,
					ConflictsWith:    []string{names.AttrName},
					ValidateDiagFunc: enum.Validate[awstypes.QueueAttributeName](),
				},
				"line": lines(maxLines),
			}
			made["note"] = &schema.Schema{
				Type:         schema.TypeString,
				Optional:     true,
				ValidateFunc: validation.All(validation.StringLenBetween(1, 64), validation.StringDoesNotMatch(regexache.MustCompile(`^-`), "")),
			}
			return made
		},
	}
}

func lines(most int) *schema.Schema {
	return &schema.Schema{
		Type:     schema.TypeList,
		Optional: true,
		MaxItems: most,
		Elem: &schema.Resource{
			Schema: map[string]*schema.Schema{
				"count": {Type: schema.TypeInt, Required: true, ForceNew: true, ValidateFunc: validation.IntBetween(1, 99)},
			},
		},
	}
}

func validOrderName(v any, k string) (ws []string, errors []error) {
	value := v.(string)
	if len(value) > 32 {
		errors = append(errors, fmt.Errorf("%q is too long", k))
	}
	if !regexache.MustCompile(`^[a-z]+$`).MatchString(value) {
		errors = append(errors, fmt.Errorf("%q has other characters", k))
	}
	if value[0] == 'x' {
		return
	}
	if len(value) < 5 { // asked of some names alone
		errors = append(errors, fmt.Errorf("%q is too short", k))
	}
	return
}
