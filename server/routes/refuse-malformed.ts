import { HttpProblem } from '../problem.ts'
import { findUnstorable } from '../storable-text.ts'

type Parsed =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }
type Issue = { readonly path: readonly PropertyKey[]; readonly code?: string; readonly message: string }

/**
 * A request in another shape than the contract's is a problem that names every field, before anything is done. Every part of every
 * request passes here after parsing, so that it is also the one place where text that no database keeps is turned away.
 */
export const refuseMalformed = (result: Parsed): void => {
  const issues = result.success
    ? findUnstorable(result.data).map((path): Issue => ({ path, code: 'text-unstorable', message: 'text-unstorable' }))
    : result.error.issues
  if (issues.length === 0) return
  throw new HttpProblem(
    422,
    'request-malformed',
    issues.map(({ path, code, message }) => ({ path: path.map(String).join('.'), code: code ?? 'invalid', message })),
  )
}
