import { useState } from 'react'
import { useLocation } from 'wouter'
import { OpenJob, type OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { ConditionsSheet } from './conditions-sheet.tsx'
import { EndingSheet } from './ending-sheet.tsx'
import { MadeChanges } from './made-changes.tsx'
import { PeopleSheet } from './people-sheet.tsx'
import { ReissueSheet } from './reissue-sheet.tsx'
import { WaitingChanges } from './waiting-changes.tsx'

/** What can change in a job that has been applied for, each with what follows from it; first of all what waits for an answer. */
export const ChangesPage = () => <OpenJob>{(opened) => <Changes {...opened} />}</OpenJob>

const ways = ['people', 'conditions', 'reissue', 'cancel', 'voiding'] as const
type Way = (typeof ways)[number]

const Changes = (opened: OpenedJob) => {
  const { changes: words } = useWords()
  const [open, setOpen] = useState<Way>()
  const close = (): void => setOpen(undefined)
  const offered = useOffered(opened)
  return (
    <>
      <Reissued {...opened} />
      <WaitingChanges {...opened} />
      {offered.length > 0 && (
        <RowList>
          {offered.map((way) => (
            <ListRow
              key={way}
              lead={<SafetyShape state={way === 'people' ? 'must' : 'due'} size={26} />}
              title={words.ways[way].title}
              detail={words.ways[way].detail}
              onOpen={() => setOpen(way)}
            />
          ))}
        </RowList>
      )}
      <MadeChanges {...opened} />
      {open === 'people' && <PeopleSheet opened={opened} onClose={close} />}
      {open === 'conditions' && <ConditionsSheet job={opened.id} onClose={close} />}
      {open === 'reissue' && <ReissueSheet job={opened.id} onClose={close} />}
      {(open === 'cancel' || open === 'voiding') && <EndingSheet job={opened.id} ending={open} onClose={close} />}
    </>
  )
}

/** Conditions may be reported by anybody; the rest belongs to those who lead, approve or watch over the work. */
const useOffered = ({ job: { status } }: OpenedJob): readonly Way[] => {
  const { roles } = useSession()
  const leads = roles.some((role) => ['crew-leader', 'safety-officer', 'workshop-director'].includes(role))
  const isAhead = status === 'submitted' || status === 'approved' || status === 'active' || status === 'suspended'
  return ways.filter((way) => {
    switch (way) {
      case 'conditions':
        return isAhead
      case 'people':
        return isAhead && (leads || roles.includes('approver'))
      case 'reissue':
      case 'cancel':
        return isAhead && leads
      case 'voiding':
        return status !== 'submitted' && status !== 'cancelled' && (leads || roles.includes('approver'))
    }
  })
}

/** The two jobs of which one continues the other point to each other. */
const Reissued = ({ job }: OpenedJob) => {
  const { reissue: words } = useWords().changes
  const [, navigate] = useLocation()
  const { reissuedAs, reissueOf } = job.record.changes
  return (
    <>
      {reissuedAs && (
        <Card title={words.as} tone="must">
          <BigButton kind="primary" onClick={() => navigate(`/apply/${reissuedAs}`)}>
            {words.toDraft}
          </BigButton>
        </Card>
      )}
      {reissueOf && (
        <Card title={words.of}>
          <BigButton onClick={() => navigate(`/jobs/${reissueOf}`)}>{words.open}</BigButton>
        </Card>
      )}
    </>
  )
}
