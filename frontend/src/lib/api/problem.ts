export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

const UNNAMED = 'http-';

/** An answer that is not a success, as RFC 9457 problem+json tells it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldProblem[];

  constructor(status: number, code: string, title: string, errors: readonly FieldProblem[] = []) {
    super(title);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /**
   * Whether the product itself has said no. A proxy, or a server whose applications are not up yet, may
   * answer 404 to anything; that says nothing, and is worth asking again.
   */
  get isFinal(): boolean {
    return this.status < 500 && !this.code.startsWith(UNNAMED);
  }
}

/** The server could not be reached at all. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = await bodyOf(response);
  const code =
    typeof body['code'] === 'string' ? body['code'] : `${UNNAMED}${String(response.status)}`;
  const title = typeof body['title'] === 'string' ? body['title'] : response.statusText;
  const errors = Array.isArray(body['errors']) ? (body['errors'] as FieldProblem[]) : [];
  return new Problem(response.status, code, title, errors);
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    // A proxy in between may answer with HTML; the status alone has to do then.
    return {};
  }
}
