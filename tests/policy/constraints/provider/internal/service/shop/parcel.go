package shop

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/resourcevalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// @FrameworkResource("aws_shop_parcel", name="Parcel")
func newParcelResource(context.Context) (resource.ResourceWithConfigure, error) {
	return &parcelResource{}, nil
}

type parcelResource struct {
	addressed
}

type addressed struct{}

func (r *addressed) Schema(ctx context.Context, request resource.SchemaRequest, response *resource.SchemaResponse) {
	response.Schema = schema.Schema{
		Attributes: map[string]schema.Attribute{
			"street": schema.StringAttribute{
				Optional:      true,
				PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()},
				Validators: []validator.String{
					stringvalidator.LengthAtMost(80),
					stringvalidator.ConflictsWith(path.MatchRelative().AtParent().AtName("box")),
				},
			},
			"box": schema.Int64Attribute{Optional: true},
		},
	}
}

func (r *addressed) ConfigValidators(context.Context) []resource.ConfigValidator {
	return []resource.ConfigValidator{
		resourcevalidator.AtLeastOneOf(path.MatchRoot("street"), path.MatchRoot("box")),
	}
}
