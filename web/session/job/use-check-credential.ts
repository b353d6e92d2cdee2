import type { AnsweredRefusal } from '#contract/command-answer.ts'
import type { Remedy } from '#core/job/refusal.ts'
import { isFor } from '../roles.ts'
import { useSession } from '../session.tsx'

/** The desk's record of a check with the issuer's register, opened from any entry, for whoever may write one. */
export const useCheckCredential = (): ((remedy: Remedy, refusal: AnsweredRefusal) => (() => void) | undefined) => {
  const mayCheck = isFor(['safety-officer', 'administrator'], useSession().roles)
  return (remedy, refusal) => {
    if (!mayCheck || remedy !== 'check-credential') return undefined
    if (refusal.code !== 'credential-not-confirmed' && refusal.code !== 'credential-check-stale') return undefined
    const { person, category } = refusal.params
    return () => location.assign(`/people/${encodeURIComponent(person)}?${new URLSearchParams({ check: category })}`)
  }
}
