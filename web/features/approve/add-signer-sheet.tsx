import { useState } from 'react'
import type { Signatories } from '#contract/standing-in.ts'
import type { PersonId } from '#core/ids.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { useListed } from '../../ui/listed.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import type { OwedStep } from './owed-here.ts'

const shownMax = 6

/** Asks one more person for their signature; offered are those whom the rulebook lets be asked. */
export const AddSignerSheet = ({
  opened: { id, say },
  seat,
  onClose,
}: {
  opened: OpenedJob
  seat: OwedStep
  onClose: () => void
}) => {
  const { approving, board } = useWords()
  const words = approving.addSigner
  const { personId } = useSession()
  const { give, isBusy, outcome } = useJobCommand(id)
  const { data } = useRead<Signatories>(['people', 'signatories'], '/api/signatories')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [reason, setReason] = useState('')
  const entitled = say.rulebook.signing?.addedSigner.authorities ?? []
  const people = (data?.people ?? []).filter(
    (one) =>
      one.id !== personId &&
      one.authorities.some((authority) => entitled.includes(authority)) &&
      (search.trim() === '' || `${one.name} ${one.department}`.includes(search.trim())),
  )
  const named = data?.people.find((one) => one.id === chosen)

  const listed = useListed()
  const send = async (): Promise<void> => {
    if (!named) return
    const isDone = await give(
      {
        type: 'AddSigner',
        permit: seat.permit,
        step: seat.step,
        signer: named.id as PersonId,
        reason,
        ...(seat.because?.kind === 'stands-in' ? { onBehalfOf: seat.because.for as PersonId } : {}),
      },
      words.label,
    )
    if (isDone) onClose()
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <p>{words.lead}</p>
      <TextField label={words.search} value={search} onChange={setSearch} />
      {data && people.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <RowList>
          {people.slice(0, shownMax).map((one) => (
            <ListRow
              key={one.id}
              lead={<SafetyShape state={one.id === chosen ? 'must' : 'not-open'} size={26} />}
              title={one.name}
              detail={`${one.department} · ${listed(one.authorities.map((authority) => board.authority[authority] ?? authority))}`}
              onOpen={() => setChosen(one.id)}
            />
          ))}
        </RowList>
      )}
      <TextField label={words.reason} lines={2} value={reason} onChange={setReason} />
      <CommandOutcome outcome={outcome} />
      <BigButton
        kind="primary"
        disabled={isBusy || named === undefined || reason.trim() === ''}
        onClick={() => void send()}
      >
        {words.send(named?.name ?? '…')}
      </BigButton>
    </Sheet>
  )
}
