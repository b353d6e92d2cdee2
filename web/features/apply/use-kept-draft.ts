import { useState } from 'react'
import { useSession } from '../../session/session.tsx'
import type { Draft } from './draft.ts'

export type KeptDraft = { readonly job: string; readonly application: Draft }

/** What is half written outlives the page: a call comes in, the phone is put away, and nothing has to be typed twice. */
export const useKeptDraft = (): {
  readonly kept: KeptDraft | undefined
  readonly keep: (draft: KeptDraft) => void
  readonly forget: () => void
} => {
  const { plantId, accountId, personId } = useSession()
  const key = `holdpoint.application.${plantId}.${accountId}`
  const [kept] = useState(() => readKept(key, personId))
  return {
    kept,
    keep: (draft) => attempt(() => localStorage.setItem(key, JSON.stringify(draft))),
    forget: () => attempt(() => localStorage.removeItem(key)),
  }
}

/** Written by this very form, but perhaps by an older edition of it: what does not look like a draft is no draft. */
const readKept = (key: string, personId: string | null): KeptDraft | undefined =>
  attempt(() => {
    const text = localStorage.getItem(key)
    if (text === null) return undefined
    const kept = JSON.parse(text) as Partial<KeptDraft>
    const isMine = kept.application?.applicant === personId && Array.isArray(kept.application?.operations)
    return typeof kept.job === 'string' && kept.application && isMine
      ? { job: kept.job, application: kept.application }
      : undefined
  })

/** A browser that keeps nothing (private mode, full storage) still lets one apply. */
const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work()
  } catch {
    return undefined
  }
}
