export { Topic } from "./topic";
export { TopicPolicy } from "./topicPolicy";
export { TopicSubscription } from "./topicSubscription";
