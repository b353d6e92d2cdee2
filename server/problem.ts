import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ProblemBody } from '#contract/problem.ts'
import type { Language } from '#core/messages/messages.ts'
import { requestsEn } from '#core/messages/requests/faults.en.ts'
import { sayFault, type FieldFault, type RequestWords } from '#core/messages/requests/faults.ts'
import { requestsZhCn } from '#core/messages/requests/faults.zh-cn.ts'
import type { ProblemCode } from '#core/messages/requests/problems.zh-cn.ts'
import { askedLanguage } from './asked-language.ts'

/** A refusal of the request itself, in RFC 9457 form; thrown anywhere, answered once in `app.ts`. */
export class HttpProblem extends Error {
  override name = 'HttpProblem'
  readonly status: ContentfulStatusCode
  readonly code: ProblemCode
  readonly fields: readonly FieldFault[]
  constructor(status: ContentfulStatusCode, code: ProblemCode, fields: readonly FieldFault[] = []) {
    super(code)
    this.status = status
    this.code = code
    this.fields = fields
  }
}

const wordsIn: { readonly [L in Language]: RequestWords } = { 'zh-CN': requestsZhCn, en: requestsEn }

/** Codes and parameters for a screen, which has words of its own, and the words in the language asked for, for everybody else. */
export const answerProblem = (c: Context, { status, code, fields }: HttpProblem): Response => {
  const language = askedLanguage(c)
  const words = wordsIn[language]
  const told = fields.map((fault) => ({
    path: fault.path,
    code: fault.code,
    params: { ...fault.params },
    message: sayFault(words, fault) ?? words.problems[code],
  }))
  const body: ProblemBody = {
    type: `about:holdpoint/${code}`,
    title: words.problems[code],
    status,
    code,
    ...(told.length > 0 ? { detail: told.map(({ message }) => message).join('\n'), fields: told } : {}),
  }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
  })
}
