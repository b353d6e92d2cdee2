import { useState } from 'react'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import type { OutcomeShown } from '../../session/job/outcome-shown.ts'
import { PositionNote, readingOf } from '../../session/job/position-note.tsx'
import css from '../../session/job/site-page.module.css'
import { useWords } from '../../session/language.tsx'
import { useSubmit } from '../../session/outbox/use-outbox.ts'
import { useServices } from '../../session/services.tsx'
import type { Position } from '../../ui/place/use-position.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { QrScanner } from '../../ui/scan/qr-scanner.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import { useUi } from '../../ui/ui-context.tsx'

const pinPattern = /^\d{6}$/

/** The way without a face: the site's code proves the place, two numbers prove two people. The server verifies all three. */
export const ByCode = ({ job, position, onBack }: { job: string; position: Position; onBack: () => void }) => {
  const { code: words, signIn } = useWords().guarding
  const { queries } = useServices()
  const { now } = useUi()
  const submit = useSubmit()
  const [siteCode, setSiteCode] = useState<string>()
  const [pin, setPin] = useState('')
  const [login, setLogin] = useState('')
  const [secondPin, setSecondPin] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<OutcomeShown>({ kind: 'none' })
  const reading = readingOf(position)

  if (siteCode === undefined)
    return (
      <div className={css.camera}>
        <QrScanner
          instruction={words.scan}
          onScan={({ text }) => {
            // What was said of the code before is not said of this one.
            setOutcome({ kind: 'none' })
            setSiteCode(text)
          }}
        />
      </div>
    )

  const faultOf = (path: string): { fault: string } | object => {
    const field = outcome.kind === 'refused' ? outcome.problem.fields.find((one) => one.path === path) : undefined
    if (!field) return {}
    const { code } = field
    return { fault: words.fault[code as keyof typeof words.fault] ?? code }
  }
  const hasFields = outcome.kind === 'refused' && outcome.problem.fields.length > 0
  const send = async (): Promise<void> => {
    if (!reading) return
    setBusy(true)
    try {
      setOutcome(
        await submit({
          kind: 'command',
          method: 'POST',
          path: `/api/jobs/${job}/guardian-sign-in`,
          body: {
            kind: 'json',
            value: {
              occurredAt: Math.round(now()),
              siteCode,
              pin,
              second: { login, pin: secondPin },
              position: reading,
            },
          },
          label: signIn.label,
        }),
      )
      await queries.invalidateQueries({ queryKey: ['jobs'] })
    } finally {
      setBusy(false)
    }
  }
  const codeFault = faultOf('siteCode')
  return (
    <div className={css.page}>
      <Card>
        {'fault' in codeFault ? (
          <SafetyLabel state="stopped">{codeFault.fault}</SafetyLabel>
        ) : (
          <SafetyLabel state="met">{words.scanned}</SafetyLabel>
        )}
        <BigButton kind="quiet" onClick={() => setSiteCode(undefined)}>
          {words.rescan}
        </BigButton>
        <PositionNote position={position} />
      </Card>
      <TextField label={words.own} kind="password" value={pin} onChange={setPin} {...faultOf('pin')} />
      <Card title={words.second}>
        <p className={css.detail}>{words.secondHelp}</p>
        <TextField label={words.secondLogin} value={login} onChange={setLogin} />
        <TextField
          label={words.secondPin}
          kind="password"
          value={secondPin}
          onChange={setSecondPin}
          {...faultOf('second.pin')}
        />
      </Card>
      {!hasFields && <CommandOutcome outcome={outcome} />}
      <div className={css.foot}>
        <BigButton
          kind="primary"
          disabled={isBusy || !reading || login === '' || !pinPattern.test(pin) || !pinPattern.test(secondPin)}
          onClick={() => void send()}
        >
          {words.submit}
        </BigButton>
        <BigButton kind="quiet" onClick={onBack}>
          {signIn.begin}
        </BigButton>
      </div>
    </div>
  )
}
