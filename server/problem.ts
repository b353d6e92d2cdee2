import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ProblemBody } from '#contract/problem.ts'

/** A refusal of the request itself, in RFC 9457 form; thrown anywhere, answered once in `app.ts`. */
export class HttpProblem extends Error {
  override name = 'HttpProblem'
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly fields: NonNullable<ProblemBody['fields']>
  constructor(status: ContentfulStatusCode, code: string, fields: NonNullable<ProblemBody['fields']> = []) {
    super(code)
    this.status = status
    this.code = code
    this.fields = fields
  }
}

export const answerProblem = (c: Context, { status, code, fields }: HttpProblem): Response => {
  const body: ProblemBody = {
    type: `about:holdpoint/${code}`,
    title: code,
    status,
    code,
    ...(fields.length > 0 ? { fields } : {}),
  }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json; charset=utf-8' })
}
