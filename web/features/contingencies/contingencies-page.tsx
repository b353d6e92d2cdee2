import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ContingencyView } from '#contract/contingencies.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import type { OutcomeShown } from '../../session/job/outcome-shown.ts'
import { useSpeech, useWords } from '../../session/language.tsx'
import { RegisterHead } from '../../session/registers/register-head.tsx'
import { useSubmit } from '../../session/outbox/use-outbox.ts'
import { useServices } from '../../session/services.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import css from './contingencies.module.css'

type SourceShown = ContingencyView['sources'][number]

/** What is silent, with the fallback that may stand in for it; what is owed for it has a page of its own. */
export const ContingenciesPage = () => {
  const { contingencies: words } = useWords()
  const { language } = useSpeech()
  const { queries } = useServices()
  const submit = useSubmit()
  const clock = useClockText()
  const [outcome, setOutcome] = useState<OutcomeShown>({ kind: 'none' })
  const { data, error, refetch } = useRead<ContingencyView>(['jobs', 'contingencies'], '/api/contingencies')
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />

  const send = async (path: string, value: object): Promise<void> => {
    setOutcome(
      await submit({ kind: 'command', method: 'POST', path, body: { kind: 'json', value }, label: words.title }),
    )
    await queries.invalidateQueries({ queryKey: ['jobs', 'contingencies'] })
  }
  const openOf = ({ id }: SourceShown) =>
    data?.contingencies.find(({ source, state }) => source === id && state === 'open')
  const stateOf = (source: SourceShown) => {
    const open = openOf(source)
    if (open) return <SafetyLabel state="due">{words.open(clock.short(open.until))}</SafetyLabel>
    return source.isSilent ? (
      <SafetyLabel state="stopped">{words.silent}</SafetyLabel>
    ) : (
      <SafetyLabel state="met">{words.speaking}</SafetyLabel>
    )
  }
  const actOn = (source: SourceShown) => {
    const open = openOf(source)
    if (open) return <Button onClick={() => void send(`/api/contingencies/${open.id}/end`, {})}>{words.end}</Button>
    const mode = data?.modes.find(({ id }) => source.modes.includes(id))
    if (!mode || !source.isSilent) return null
    const hours = mode.hoursMax.value
    return (
      <Button
        type="primary"
        onClick={() => void send('/api/contingencies', { mode: mode.id, source: source.id, hours })}
      >
        {words.declare(language === 'zh-CN' ? mode.name.zh : mode.name.en, hours)}
      </Button>
    )
  }
  const owed = data?.debts.filter(({ settledAt }) => settledAt === null).length ?? 0
  return (
    <>
      <RegisterHead here="contingencies" title={words.title} />
      <CommandOutcome outcome={outcome} />
      <DataTable
        rows={data?.sources ?? []}
        loading={!data}
        rowId={({ id }) => id}
        empty={{ title: words.noSources, how: words.noSourcesHow }}
        columns={[
          { id: 'name', title: words.source, width: 220, render: ({ name }) => <strong>{name}</strong> },
          {
            id: 'heard',
            title: words.heard,
            width: 160,
            render: ({ lastHeardAt }) => (lastHeardAt === null ? words.never : clock.short(lastHeardAt)),
          },
          { id: 'state', title: words.state, width: 200, render: stateOf },
          { id: 'act', title: '', render: actOn },
        ]}
      />
      {owed > 0 && (
        <p className={css.debts}>
          <Link href="/registers/debts">{words.owed(owed)}</Link>
        </p>
      )}
    </>
  )
}
