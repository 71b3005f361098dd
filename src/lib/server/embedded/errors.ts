interface DatabaseError {
  code?: string;
  message?: string;
  detail?: string;
  hint?: string;
}

/** SQLSTATEs that the caller caused and PostgREST answers with 400: failed checks, `raise exception`, exclusions. */
const CALLER_ERRORS = /^(23514|23P01|P0001|P0002|P0003|P0004)$/;

/**
 * Makes the engine's errors those of PostgREST.
 *
 * A failed check or `raise exception` arrives as status 500, code `SUP` and a text; the SQLSTATE is lost. We note the
 * database's own error as it passes through `normalizeDbError` and put it back into the answer.
 *
 * @returns a function to apply to every response, under the same lock as its request
 */
export function teachErrors(connection: object): (response: Response) => Promise<Response> {
  const normal = connection as { normalizeDbError(error: unknown): unknown };
  const inherited = normal.normalizeDbError.bind(connection);
  let noted: DatabaseError | null = null;

  normal.normalizeDbError = (error) => {
    const normalized = inherited(error);
    noted = normalized as DatabaseError;
    return normalized;
  };

  return async (response) => {
    const error = noted;
    noted = null;
    if (response.status !== 500 || !error?.code || !CALLER_ERRORS.test(error.code)) return response;
    const body = {
      code: error.code,
      message: error.message,
      details: error.detail ?? null,
      hint: error.hint ?? null
    };
    return Response.json(body, { status: 400 });
  };
}
