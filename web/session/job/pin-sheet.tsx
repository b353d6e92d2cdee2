import { useState } from 'react'
import { PinPad } from '../../ui/touch/pin-pad.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { useWords } from '../language.tsx'
import { PinCard } from '../pin-card.tsx'
import type { OutcomeShown } from './outcome-shown.ts'

const pinLength = 6

export type PinFault = 'pin-wrong' | 'pin-unset' | 'pin-locked'

/** What the server found wrong with the number, or nothing where it was not about the number. */
export const pinFaultOf = (outcome: OutcomeShown): PinFault | undefined => {
  if (outcome.kind !== 'refused') return undefined
  const { code } = outcome.problem
  return code === 'pin-wrong' || code === 'pin-unset' || code === 'pin-locked' ? code : undefined
}

/** Asks for the own number; whoever has none, or has locked it, sets one right here and goes on. */
export const PinSheet = ({
  fault,
  isBusy,
  onPin,
  onClose,
}: {
  fault: PinFault | undefined
  isBusy: boolean
  onPin: (pin: string) => Promise<void>
  onClose: () => void
}) => {
  const { signing: words, session } = useWords()
  const [tries, setTries] = useState(0)
  const [isSet, setSet] = useState(false)
  const mustSet = !isSet && (fault === 'pin-unset' || fault === 'pin-locked')
  const complete = async (pin: string): Promise<void> => {
    setSet(false)
    await onPin(pin)
    setTries((count) => count + 1)
  }
  return (
    <Sheet title={words.pinTitle} onClose={onClose}>
      {mustSet ? (
        <>
          <p role="alert">{fault === 'pin-unset' ? words.pinUnset : words.pinLocked}</p>
          <PinCard isOpenAtFirst onSaved={() => setSet(true)} />
        </>
      ) : (
        <>
          <p role="status">{isBusy ? words.pinSending : words.pinLead}</p>
          <PinPad
            key={tries}
            label={words.pinTitle}
            length={pinLength}
            disabled={isBusy}
            fault={fault === 'pin-wrong' && !isBusy ? session.refused.problem['pin-wrong'] : undefined}
            onComplete={(pin) => void complete(pin)}
          />
        </>
      )}
    </Sheet>
  )
}
