import type { StandingEvacuation, StandingEvacuations } from '#contract/evacuations.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'

export const evacuationsKey = ['jobs', 'evacuations'] as const

/** What stands now. It is read anew with every change of a job, since calling one stops jobs. */
export const useEvacuations = (): readonly StandingEvacuation[] =>
  useRead<StandingEvacuations>(evacuationsKey, '/api/evacuations').data?.evacuations ?? []

/** What is being cleared, in the reader's words. */
export const useScopeName = (): ((evacuation: Pick<StandingEvacuation, 'scope' | 'scopeName'>) => string) => {
  const { evacuation: words } = useWords()
  return ({ scope, scopeName }) => {
    switch (scope.kind) {
      case 'plant':
        return words.wholePlant
      case 'unit':
        return scopeName ?? scope.unit
      case 'around':
        return words.around(scopeName ?? scope.place, scope.metres)
    }
  }
}
