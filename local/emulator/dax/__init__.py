"""DAX, which MiniStack does not know: its control plane, and clusters that answer the clients of AWS's SDKs.

https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB_Accelerator_(DAX).html
"""

from .service import Service


def install(app, router, iam_actions, certificate: str, clock) -> Service:
    service = Service(certificate, clock.now)
    router.SERVICE_PATTERNS["dax"] = {"target_prefixes": ["AmazonDAXV3"]}
    iam_actions.SERVICE_TO_IAM_NAMESPACE["dax"] = "dax"
    app.SERVICE_HANDLERS["dax"] = service.handle_request
    return service
