import { useState } from 'react'
import { useLocation } from 'wouter'
import type { z } from 'zod'
import type { codeReadAnswer } from '#contract/evidence.ts'
import { useEvidenceReasons } from '../../session/job/use-evidence-reasons.ts'
import { useWords } from '../../session/language.tsx'
import { RequestFailed, type Failure } from '../../session/problem.ts'
import { useServices } from '../../session/services.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { QrScanner } from '../../ui/scan/qr-scanner.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { DutyWith } from './duty-with.tsx'
import { JobsAt } from './jobs-at.tsx'
import css from './scan.module.css'

type Found = z.infer<typeof codeReadAnswer>
type State =
  | { readonly at: 'aiming' }
  | { readonly at: 'reading' }
  | { readonly at: 'found'; readonly found: Found }
  | { readonly at: 'failed'; readonly failure: Failure }

/** Any code that we printed leads to where it belongs: a place to its jobs, a fan or detector to the duty it serves, a site to the stop. */
export const ScanPage = () => {
  const { home: words } = useWords()
  const { api } = useServices()
  const [state, setState] = useState<State>({ at: 'aiming' })

  const read = async (text: string): Promise<void> => {
    setState({ at: 'reading' })
    try {
      const { answer } = await api.send<Found>({
        method: 'POST',
        path: '/api/codes/read',
        body: { kind: 'json', value: { text } },
        key: crypto.randomUUID(),
      })
      setState({ at: 'found', found: answer })
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      setState({ at: 'failed', failure: error.failure })
    }
  }

  if (state.at === 'aiming')
    return (
      <div className={css.scan}>
        <QrScanner instruction={words.scan.aim} onScan={({ text }) => void read(text)} />
      </div>
    )
  return (
    <div className={css.found}>
      {state.at === 'reading' && <p className={css.heading}>{words.scan.reading}</p>}
      {state.at === 'found' && <Destination found={state.found} />}
      {state.at === 'failed' && <Unread failure={state.failure} />}
      <BigButton onClick={() => setState({ at: 'aiming' })}>{words.scan.again}</BigButton>
    </div>
  )
}

const Destination = ({ found: { kind, id, name } }: { found: Found }) => {
  const [, navigate] = useLocation()
  switch (kind) {
    case 'place':
      return <JobsAt place={id} name={name ?? id} purpose="open" />
    case 'site':
      return <JobsAt place={id} name={name ?? id} purpose="stop" />
    case 'fan':
      return <DutyWith name={name ?? id} actions={['ventilate']} equipment={id} onGo={navigate} />
    case 'detector':
      return <DutyWith name={name ?? id} actions={['test-gas', 'gas-record']} equipment={id} onGo={navigate} />
  }
}

const Unread = ({ failure }: { failure: Failure }) => {
  const { failure: words } = useWords().session
  const problem = failure.kind === 'problem' ? failure.problem : { code: failure.kind, refusals: [] }
  const reasons = useEvidenceReasons(problem)
  const said = reasons.length > 0 ? reasons : [failure.kind === 'unreachable' ? words.unreachable : words.unreadable]
  return said.map((reason) => (
    <p key={reason} className={css.reason} role="alert">
      <SafetyShape state="stopped" size={32} />
      {reason}
    </p>
  ))
}
