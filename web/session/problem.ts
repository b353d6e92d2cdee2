import type { AnswerNames } from '#contract/names.ts'

/** Why a request brought no answer. Every way it can go wrong is one of these; screens switch over `kind`. */
export type Failure =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unreadable'; readonly status: number }

/** What the server says in problem+json (RFC 9457). The words for a code are in core/messages. */
export type Problem = {
  readonly status: number
  readonly code: string
  readonly detail?: string
  readonly fields: readonly FieldProblem[]
  readonly refusals: readonly { readonly [name: string]: unknown }[]
  /** Names of what the refusals mention. */
  readonly names?: AnswerNames
}
export type FieldProblem = {
  readonly path: string
  readonly code: string
  readonly params: object
  /** In the language that was spoken when the answer came. */
  readonly message: string
}

export class RequestFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.kind === 'problem' ? failure.problem.code : failure.kind)
    this.failure = failure
  }
}

/** What somebody who wanted to read a page is told: only the network and a server in trouble are worth another try. */
export const reasonOf = (failure: Failure): 'unreachable' | 'unreadable' | 'gone' | 'forbidden' => {
  if (failure.kind !== 'problem') return failure.kind
  if (failure.problem.status === 403) return 'forbidden'
  return failure.problem.status === 404 ? 'gone' : 'unreadable'
}

/** A failure of a response with this status and body. A body that is no problem+json is told as unreadable, never guessed at. */
export const parseFailure = (status: number, body: unknown): Failure => {
  if (!isRecord(body)) return { kind: 'unreadable', status }
  const code = codeOf(body)
  if (code === undefined) return { kind: 'unreadable', status }
  return {
    kind: 'problem',
    problem: {
      status,
      code,
      ...(typeof body.detail === 'string' && { detail: body.detail }),
      fields: listOf(body.fields).flatMap(parseField),
      refusals: listOf(body.refusals).filter(isRecord),
      // Written by our own server beside the refusals; its shape is the contract's.
      ...(isRecord(body.names) && { names: body.names as AnswerNames }),
    },
  }
}

/** A decision that refuses answers with its refusals alone. */
const codeOf = (body: { readonly [name: string]: unknown }): string | undefined => {
  if (typeof body.code === 'string') return body.code
  return Array.isArray(body.refusals) ? 'refused' : undefined
}

const parseField = (field: unknown): readonly FieldProblem[] =>
  isRecord(field) && typeof field.path === 'string' && typeof field.message === 'string'
    ? [
        {
          path: field.path,
          code: typeof field.code === 'string' ? field.code : '',
          params: isRecord(field.params) ? field.params : {},
          message: field.message,
        },
      ]
    : []

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
