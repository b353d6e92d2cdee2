import { useWords } from '../../session/language.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import type { OwedStep } from './owed-here.ts'

/** Why this signature is the reader's although it was not theirs to begin with, and why it came back. */
export const Because = ({ owed }: { owed: OwedStep }) => {
  const { approving: words } = useWords()
  return (
    <>
      {owed.because?.kind === 'stands-in' && (
        <SafetyLabel state="must">{words.because.standsIn(owed.because.name)}</SafetyLabel>
      )}
      {owed.because?.kind === 'escalated' && (
        <SafetyLabel state="stopped">{owed.maySign ? words.because.escalated : words.because.urge}</SafetyLabel>
      )}
      {owed.addedSigner !== null && <SafetyLabel state="must">{words.addedByName}</SafetyLabel>}
      {owed.note !== undefined && <SafetyLabel state="due">{words.sentBack(owed.note)}</SafetyLabel>}
    </>
  )
}
