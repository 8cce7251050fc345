export interface Place {
  restApi?: string;
  resourceId?: string;
  httpMethod?: string;
  statusCode?: string;
}

/** The position of a method or its response. */
export const toPlace = ({ restApi, resourceId, httpMethod }: Place) => ({ restApiId: restApi, resourceId, httpMethod });
export const toResponsePlace = (known: Place) => ({ ...toPlace(known), statusCode: known.statusCode });
export const formatId = (kind: string, { restApi, resourceId, httpMethod, statusCode }: Place): string =>
  [kind, restApi, resourceId, httpMethod, ...(statusCode ? [statusCode] : [])].join("-");

/** `API/RESOURCE/METHOD`, and for a response `/STATUS`. */
export const fromPlace = (kind: string) => (id: string) => {
  const [restApi, resourceId, httpMethod, statusCode] = id.split("/");
  const known = { restApi, resourceId, httpMethod, ...(statusCode ? { statusCode } : {}) };
  return { id: formatId(kind, known), known };
};

export const place = {
  restApi: { required: true, replace: true },
  resourceId: { required: true, replace: true },
  httpMethod: { required: true, replace: true },
} as const;

export const responsePlace = { ...place, statusCode: { required: true, replace: true } } as const;

export const answered = (kind: string, known: Place) => ({
  id: formatId(kind, known),
  restApi: known.restApi,
  resourceId: known.resourceId,
  httpMethod: known.httpMethod,
  statusCode: known.statusCode,
});
