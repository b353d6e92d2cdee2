import type { FieldFault } from '#core/messages/requests/faults.ts'
import { HttpProblem } from '../problem.ts'
import { findUnstorable } from '../storable-text.ts'
import { faultOf, type Issue } from './fault-of-issue.ts'

/** `data` is what came in where parsing failed, and what came out of it where it did not. */
type Parsed = { readonly data?: unknown } & (
  | { readonly success: true }
  | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }
)

/**
 * A request in another shape than the contract's is a problem that names every field, before anything is done. Every part of every
 * request passes here after parsing, so that it is also the one place where text that no database keeps is turned away.
 */
export const refuseMalformed = (result: Parsed): void => {
  const faults = result.success
    ? findUnstorable(result.data).map((path): FieldFault => ({
        path: path.join('.'),
        code: 'text-unstorable',
        params: {},
      }))
    : result.error.issues.map((issue) => faultOf(issue, result.data))
  if (faults.length > 0) throw new HttpProblem(422, 'request-malformed', faults)
}
