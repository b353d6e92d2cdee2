import { Button } from 'antd'
import { useLocation } from 'wouter'
import type { DebtView } from '#contract/contingencies.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useJobPage } from '../../session/job/use-job-page.ts'
import { useRulebook } from '../../session/job/use-rulebook.ts'
import { useWords } from '../../session/language.tsx'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import { CheckDebt } from './check-debt.tsx'

/** One debt beside the list that it came from. */
export const DebtDrawer = ({ debt, onClose }: { debt: DebtView; onClose: () => void }) => {
  const { debts: words } = useWords()
  const [, navigate] = useLocation()
  const { data: page, error, refetch } = useJobPage(debt.job)
  const { data: rulebook } = useRulebook(page?.job)
  const owed = page && 'record' in page.job ? page.job.record.debts.find(({ key }) => key === debt.debt) : undefined
  return (
    <SideDrawer
      open
      width={560}
      title={debt.ticket === null ? words.kind.spoken : words.kind.paper(debt.ticket)}
      extra={<Button onClick={() => navigate(`/jobs/${debt.job}`)}>{words.toJob}</Button>}
      onClose={onClose}
    >
      {error && !page && <FailureNotice error={error} onRetry={() => void refetch()} />}
      <p>
        <strong>{debt.content}</strong> · {debt.place}
      </p>
      {page && owed && rulebook && <CheckDebt job={debt.job} page={page} debt={owed} rulebook={rulebook} />}
    </SideDrawer>
  )
}
