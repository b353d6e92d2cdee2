import { Button, Select } from 'antd'
import { useState } from 'react'
import type { RiskLibrary } from '#contract/risk-library.ts'
import type { RiskEntryVersion } from '#core/risk/risk-library.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useRulebook } from '../../session/job/use-rulebook.ts'
import { useSpeech } from '../../session/language.tsx'
import { RegisterHead } from '../../session/registers/register-head.tsx'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { RiskDrawer } from './risk-drawer.tsx'
import css from './risk-library.module.css'

const everything = ''

/** What the plant has learned about its work: read by everybody, kept by the safety officer, each change beside what it was. */
export const RiskLibraryPage = () => {
  const { words, language } = useSpeech()
  const { risks } = words
  const clock = useClockText()
  const { roles } = useSession()
  const { data: rulebook } = useRulebook()
  const [operation, setOperation] = useState(everything)
  const [opened, setOpened] = useState<RiskEntryVersion | 'new'>()
  const { data, error, refetch } = useRead<RiskLibrary>(['risks', 'library'], '/api/risk-library')
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  const nameOfOperation = (id: string): string => {
    const name = rulebook?.operations[id]?.name
    return name ? (language === 'zh-CN' ? name.zh : name.en) : id
  }
  const nameOfUnit = (unit: string): string => data?.units.find((one) => one.unit === unit)?.name ?? unit
  const mayKeep = roles.includes('safety-officer')
  const operations = Object.keys(rulebook?.operations ?? {}).map((id) => ({ value: id, label: nameOfOperation(id) }))
  return (
    <>
      <RegisterHead
        here="risks"
        title={risks.title}
        actions={
          <>
            <Select
              aria-label={risks.filter}
              value={operation}
              onChange={setOperation}
              className={css.filter ?? ''}
              options={[{ value: everything, label: risks.all }, ...operations]}
            />
            {mayKeep && (
              <Button type="primary" onClick={() => setOpened('new')}>
                {risks.add}
              </Button>
            )}
          </>
        }
      />
      <p className={css.lead}>{risks.lead}</p>
      <DataTable
        rows={(data?.entries ?? []).filter(({ key }) => operation === everything || key.operation === operation)}
        loading={!data}
        rowId={({ id }) => id}
        empty={{ title: risks.none, how: risks.noneHow }}
        onOpen={setOpened}
        columns={[
          {
            id: 'about',
            title: risks.about,
            width: 190,
            render: ({ key }) => (
              <>
                <strong>{key.operation === null ? risks.all : nameOfOperation(key.operation)}</strong>
                <br />
                <span className={css.quiet}>
                  {[
                    ...(key.equipment === null ? [] : [risks.equipment[key.equipment]]),
                    ...(key.area === null ? [] : [nameOfUnit(key.area)]),
                  ].join(' · ')}
                </span>
              </>
            ),
          },
          { id: 'step', title: risks.step, width: 120, render: ({ step }) => step },
          {
            id: 'hazard',
            title: risks.hazard,
            width: 240,
            render: ({ hazard, consequence }) => (
              <>
                {hazard} → {consequence}
              </>
            ),
          },
          { id: 'measures', title: risks.measures, render: ({ measures }) => measures },
          { id: 'owner', title: risks.owner, width: 110, render: ({ owner }) => risks.owners[owner] },
          {
            id: 'changed',
            title: risks.changed,
            width: 140,
            render: ({ changedBy, changedAt, version }) => (
              <span className={css.quiet}>
                {risks.version(version)}
                <br />
                {risks.changedBy(data?.people[changedBy] ?? changedBy, clock.short(changedAt))}
              </span>
            ),
          },
        ]}
      />
      {opened && (
        <RiskDrawer
          key={opened === 'new' ? 'new' : opened.id}
          entry={opened === 'new' ? null : opened}
          operations={operations}
          units={data?.units ?? []}
          mayKeep={mayKeep}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  )
}
