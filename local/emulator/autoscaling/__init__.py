"""Application Auto Scaling, which MiniStack does not know: target tracking and scheduled actions for the capacity of DynamoDB's tables
and indexes, on our clock.

https://docs.aws.amazon.com/autoscaling/application/userguide/what-is-application-auto-scaling.html
"""

from .service import Service
from .tracking import Tracking


def install(app, router, iam_actions, clock, changed) -> None:
    service = Service(clock, changed)
    router.SERVICE_PATTERNS["application-autoscaling"] = {"target_prefixes": ["AnyScaleFrontendService"]}
    iam_actions.SERVICE_TO_IAM_NAMESPACE["application-autoscaling"] = "application-autoscaling"
    app.SERVICE_HANDLERS["application-autoscaling"] = service.handle_request
    tracking = Tracking(service, clock)
    clock.sweeping.append(tracking.sweep)
    clock.moments.append(tracking.moments)
    clock.add_schedules(service.schedules)
