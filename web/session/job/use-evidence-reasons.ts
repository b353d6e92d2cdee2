import { useWords } from '../language.tsx'
import type { Problem } from '../problem.ts'

/** The reasons for which a picture or a code was refused, in words. */
export const useEvidenceReasons = ({ code, refusals }: Pick<Problem, 'code' | 'refusals'>): readonly string[] => {
  const { refused } = useWords().capture
  const all = refusals.length > 0 ? refusals : [{ code, params: {} }]
  return all.flatMap(({ code: one, params }) => {
    const say = Object.hasOwn(refused, String(one)) ? refused[one as keyof typeof refused] : undefined
    return say ? [(say as (params: unknown) => string)(params)] : []
  })
}
