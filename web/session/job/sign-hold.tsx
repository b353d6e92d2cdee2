import { useState, type ReactNode } from 'react'
import type { EvidenceId } from '#core/ids.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { useWords } from '../language.tsx'
import { HandwritingSheet } from './handwriting-sheet.tsx'
import type { OutcomeShown } from './outcome-shown.ts'
import { pinFaultOf, PinSheet } from './pin-sheet.tsx'

/** What a signature is given with beyond being signed in. */
export type Proof = { readonly pin?: string; readonly handwriting?: EvidenceId }

/** Held to sign. The own hand may be added; the own number is asked for where the rulebook wants it proved. */
export const SignHold = ({
  job,
  needsPin = false,
  isBusy,
  disabled = false,
  tone = 'accent',
  outcome,
  onSign,
  children,
}: {
  job: string
  needsPin?: boolean
  isBusy: boolean
  disabled?: boolean
  tone?: 'accent' | 'met'
  outcome: OutcomeShown
  onSign: (proof: Proof) => Promise<void>
  children: ReactNode
}) => {
  const { signing: words } = useWords()
  const [sheet, setSheet] = useState<'none' | 'pin' | 'pin-answered' | 'drawing'>('none')
  const [handwriting, setHandwriting] = useState<EvidenceId>()
  const [tries, setTries] = useState(0)
  const fault = pinFaultOf(outcome)
  const drawn = handwriting === undefined ? {} : { handwriting }

  const sign = async (pin?: string): Promise<void> => {
    await onSign({ ...drawn, ...(pin === undefined ? {} : { pin }) })
    if (pin !== undefined) setSheet('pin-answered')
    setTries((count) => count + 1)
  }
  const close = () => {
    setSheet('none')
    setTries((count) => count + 1)
  }
  return (
    <>
      {handwriting === undefined ? (
        <BigButton kind="quiet" disabled={isBusy} onClick={() => setSheet('drawing')}>
          {words.draw}
        </BigButton>
      ) : (
        <SafetyLabel state="met">{words.drawn}</SafetyLabel>
      )}
      <HoldToConfirm
        key={tries}
        tone={tone}
        disabled={isBusy || disabled}
        onConfirm={() => (needsPin ? setSheet('pin') : void sign())}
      >
        {children}
      </HoldToConfirm>
      {(sheet === 'pin' || (sheet === 'pin-answered' && fault !== undefined)) && (
        <PinSheet fault={sheet === 'pin-answered' ? fault : undefined} isBusy={isBusy} onPin={sign} onClose={close} />
      )}
      {sheet === 'drawing' && (
        <HandwritingSheet
          job={job}
          onDrawn={(evidence) => {
            setHandwriting(evidence)
            setSheet('none')
          }}
          onClose={() => setSheet('none')}
        />
      )}
    </>
  )
}
