import { HttpProblem } from '../problem.ts'

/** A request in another shape than the contract's is a problem that names every field, before anything is done. */
export const refuseMalformed = (result: {
  readonly success: boolean
  readonly error?: {
    readonly issues: readonly {
      readonly path: readonly PropertyKey[]
      readonly code?: string
      readonly message: string
    }[]
  }
}): void => {
  if (result.success || !result.error) return
  throw new HttpProblem(
    422,
    'request-malformed',
    result.error.issues.map(({ path, code, message }) => ({
      path: path.map(String).join('.'),
      code: code ?? 'invalid',
      message,
    })),
  )
}
