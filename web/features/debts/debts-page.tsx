import { Segmented } from 'antd'
import { useState } from 'react'
import type { ContingencyView, DebtView } from '#contract/contingencies.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { RegisterHead } from '../../session/registers/register-head.tsx'
import { useRead } from '../../session/use-read.ts'
import { useListed } from '../../ui/listed.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { DebtDrawer } from './debt-drawer.tsx'
import { signOfVerdict } from './debt-result.tsx'
import css from './debts.module.css'

/** What was done by fallback or on paper, overdue first, with who has to check it by when. */
export const DebtsPage = () => {
  const { debts: words } = useWords()
  const clock = useClockText()
  const [filter, setFilter] = useState<'open' | 'all'>('open')
  const [openKey, setOpenKey] = useState<string>()
  const { data, error, refetch } = useRead<ContingencyView>(['jobs', 'contingencies'], '/api/contingencies')
  const listed = useListed()
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  const debts = data?.debts ?? []
  const owed = debts.filter(({ settledAt }) => settledAt === null)
  const opened = debts.find((debt) => keyOf(debt) === openKey)
  const rightOf = (authority: string): string => words.authority[authority] ?? authority
  return (
    <>
      <RegisterHead
        here="debts"
        title={words.title}
        actions={
          <Segmented
            aria-label={words.state}
            value={filter}
            onChange={setFilter}
            options={(['open', 'all'] as const).map((value) => ({ value, label: words.filter[value] }))}
          />
        }
      />
      <p className={css.lead}>
        {words.lead}{' '}
        {data && owed.length > 0 && (
          <strong>{words.count(owed.length, owed.filter(({ isOverdue }) => isOverdue).length)}</strong>
        )}
      </p>
      <DataTable
        rows={filter === 'open' ? owed : debts}
        loading={!data}
        rowId={keyOf}
        empty={{ title: words.none, how: words.noneHow }}
        onOpen={(debt) => setOpenKey(keyOf(debt))}
        columns={[
          { id: 'state', title: words.state, width: 150, render: (debt) => <DebtState debt={debt} /> },
          {
            id: 'what',
            title: words.what,
            width: 260,
            render: ({ ticket, content }) => (
              <>
                <strong>{ticket === null ? words.kind.spoken : words.kind.paper(ticket)}</strong>
                <br />
                <span className={css.quiet}>{content}</span>
              </>
            ),
          },
          { id: 'place', title: words.place, width: 180, render: ({ place }) => place },
          { id: 'made', title: words.madeAt, width: 120, render: ({ madeAt }) => clock.short(madeAt) },
          { id: 'due', title: words.dueAt, width: 120, render: ({ dueAt }) => clock.short(dueAt) },
          {
            id: 'owner',
            title: words.owner,
            render: (debt) => (
              <>
                {words.holders(rightOf(debt.authority), listed(debt.holders))}
                <br />
                <span className={css.quiet}>
                  {debt.settledAt !== null
                    ? words.settled(debt.settledBy ?? '', clock.short(debt.settledAt))
                    : debt.escalateTo !== null &&
                      (debt.isOverdue
                        ? words.escalated(rightOf(debt.escalateTo))
                        : words.goesUp(rightOf(debt.escalateTo)))}
                </span>
              </>
            ),
          },
        ]}
      />
      {opened && <DebtDrawer key={openKey} debt={opened} onClose={() => setOpenKey(undefined)} />}
    </>
  )
}

const keyOf = ({ job, debt }: DebtView): string => `${job} ${debt}`

const DebtState = ({ debt: { verdict, isOverdue } }: { debt: DebtView }) => {
  const { debts: words } = useWords()
  if (verdict !== null) return <SafetyLabel state={signOfVerdict[verdict]}>{words.verdict[verdict]}</SafetyLabel>
  return <SafetyLabel state={isOverdue ? 'stopped' : 'due'}>{isOverdue ? words.overdue : words.waiting}</SafetyLabel>
}
