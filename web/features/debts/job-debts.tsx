import { OpenJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { CheckDebt } from './check-debt.tsx'

/** The debts of one job on the phone of whoever owes their check. */
export const JobDebtsPage = () => {
  const { debts: words } = useWords()
  return (
    <OpenJob>
      {({ id, page, job, say }) =>
        job.record.debts.length === 0 ? (
          <EmptyState title={words.noneOfJob} how={words.noneHow} />
        ) : (
          job.record.debts.map((debt) => (
            <Card
              key={debt.key}
              title={debt.kind === 'paper-ticket' ? words.kind.paper(debt.ticket) : words.kind.spoken}
              tone={debt.settled ? 'plain' : 'must'}
            >
              <p>{job.record.application.content}</p>
              <CheckDebt job={id} page={page} debt={debt} rulebook={say.rulebook} />
            </Card>
          ))
        )
      }
    </OpenJob>
  )
}
