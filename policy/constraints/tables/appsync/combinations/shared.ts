export const role = "arn:aws:iam::111122223333:role/r";
export const lambda = "arn:aws:lambda:eu-west-1:111122223333:function:f";
