import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { EmergencyTicketView } from '#contract/contingencies.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useReading } from '../../session/job/use-reading.ts'
import { useSpeech, useWords } from '../../session/language.tsx'
import { RegisterHead } from '../../session/registers/register-head.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { EntryDrawer, type Ticket } from './entry-drawer.tsx'
import { PrintBatch } from './print-batch.tsx'
import css from './paper-tickets.module.css'

/** Tickets for the day on which the system is down: printed here beforehand, entered here afterwards. */
export const PaperTicketsPage = () => {
  const { paperTickets: words } = useWords()
  const { language } = useSpeech()
  const clock = useClockText()
  const rulebook = useReading()?.rulebook
  const [entering, setEntering] = useState<Ticket>()
  const { data, error, refetch } = useRead<EmergencyTicketView>(['jobs', 'paper-tickets'], '/api/emergency-tickets')
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (!rulebook) return null
  const nameOf = (operation: string): string => {
    const name = rulebook.operations[operation]?.name
    return name ? (language === 'zh-CN' ? name.zh : name.en) : operation
  }
  return (
    <>
      <RegisterHead here="paper" title={words.title} />
      <p className={css.how}>{words.how}</p>
      <PrintBatch operations={Object.keys(rulebook.operations)} nameOf={nameOf} onPrinted={() => void refetch()} />
      <DataTable
        rows={data?.tickets ?? []}
        loading={!data}
        rowId={({ number }) => number}
        empty={{ title: words.none, how: words.noneHow }}
        columns={[
          { id: 'number', title: words.number, width: 220, render: ({ number }) => <strong>{number}</strong> },
          { id: 'operation', title: words.operation, width: 180, render: ({ operation }) => nameOf(operation) },
          { id: 'printed', title: words.printedAt, width: 180, render: ({ printedAt }) => clock.short(printedAt) },
          {
            id: 'state',
            title: words.state,
            width: 220,
            render: ({ enteredAt }) => (
              <SafetyLabel state={enteredAt === null ? 'not-open' : 'met'}>
                {enteredAt === null ? words.unused : words.entered(clock.short(enteredAt))}
              </SafetyLabel>
            ),
          },
          {
            id: 'act',
            title: '',
            render: (ticket) =>
              ticket.job === null ? (
                <Button size="small" onClick={() => setEntering(ticket)}>
                  {words.enter}
                </Button>
              ) : (
                <Link href={`/jobs/${ticket.job}`}>{words.showJob}</Link>
              ),
          },
        ]}
      />
      {entering && (
        <EntryDrawer
          ticket={entering}
          levels={(rulebook.operations[entering.operation]?.levels ?? []).map(({ id, name }) => ({
            value: id,
            label: language === 'zh-CN' ? name.zh : name.en,
          }))}
          onClose={() => setEntering(undefined)}
          onEntered={() => void refetch()}
        />
      )}
    </>
  )
}
