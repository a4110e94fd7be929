/** An answer of the Platform API that is not a success: its status and the body that Heroku gives with it. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly id: string;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: number, id: string, message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.id = id;
    this.extra = extra;
  }
}

/** 404 with the noun that was not found, in Heroku's words: clients match on "Couldn't find that app." */
export function notFound(resource: string): ApiError {
  const words = resource.replaceAll("_", "-");
  return new ApiError(404, "not_found", `Couldn't find that ${words}.`, { resource });
}

/** 422 for a parameter that Heroku does not take. */
export function invalidParams(message: string): ApiError {
  return new ApiError(422, "invalid_params", message);
}
