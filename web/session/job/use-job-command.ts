import { useState } from 'react'
import type { CommandAnswer } from '#contract/command-answer.ts'
import type { CommandRequest } from '#contract/commands.ts'
import { pinHeader } from '#contract/signing.ts'
import type { OutcomeShown } from './outcome-shown.ts'
import { useUi } from '../../ui/ui-context.tsx'
import { useSubmit } from '../outbox/use-outbox.ts'
import { useServices } from '../services.tsx'

/** A command without the time, which is the moment it is given unless the caller knows better. */
export type GivenCommand = Given<DeepReadonly<CommandRequest>>

type Given<R> = R extends infer C
  ? C extends { readonly occurredAt: unknown }
    ? Omit<C, 'occurredAt'> & { readonly occurredAt?: C['occurredAt'] }
    : never
  : never

/** What a screen holds is never changed on the way out. */
type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: DeepReadonly<T[K]> }

/** What goes along with a command without being part of it. */
export type Beside = {
  /** Proves the signature; never kept. */
  readonly pin?: string | undefined
  /** What the screen showed: the command is given up when somebody has changed the job since. */
  readonly version?: number | undefined
}

export type JobCommand = {
  /** Gives the command; true once the server has accepted it. */
  readonly give: (command: GivenCommand, label: string, beside?: Beside) => Promise<boolean>
  readonly isBusy: boolean
  /** How the last one ended, for `<CommandOutcome>`. */
  readonly outcome: OutcomeShown
  readonly clear: () => void
}

/** Records of what was seen at the site must never be lost; decisions are asked now or not at all. */
const kindOf = ({ type }: GivenCommand): 'evidence' | 'command' => {
  switch (type) {
    case 'RecordGasTest':
    case 'RecordVentilation':
    case 'WitnessCheck':
    case 'SignInGuardian':
    case 'RecordSnapshot':
    case 'RecordPassage':
    case 'RecordFireWatch':
    case 'RecordResidue':
      return 'evidence'
    default:
      return 'command'
  }
}

/** The one way in which a screen asks something of a job. It waits in the outbox when there is no network and says so. */
export const useJobCommand = (job: string): JobCommand => {
  const submit = useSubmit()
  const { queries } = useServices()
  const { now } = useUi()
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<OutcomeShown>({ kind: 'none' })

  const give = async (command: GivenCommand, label: string, { pin, version }: Beside = {}): Promise<boolean> => {
    setBusy(true)
    try {
      const answered = await submit<CommandAnswer>(
        {
          kind: kindOf(command),
          method: 'POST',
          path: `/api/jobs/${job}/commands`,
          ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
          body: { kind: 'json', value: { occurredAt: now(), ...command } },
          label,
        },
        pin === undefined ? undefined : { [pinHeader]: pin },
      )
      setOutcome(answered)
      await queries.invalidateQueries({ queryKey: ['jobs'] })
      return answered.kind === 'done'
    } finally {
      setBusy(false)
    }
  }
  return { give, isBusy, outcome, clear: () => setOutcome({ kind: 'none' }) }
}
