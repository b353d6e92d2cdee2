import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { IsolationRegister, PointView } from '#contract/isolation.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { RegisterHead } from '../../session/registers/register-head.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { registerKeepers } from '../../session/registers/keepers.ts'
import { isFor } from '../../session/roles.ts'
import { useSession } from '../../session/session.tsx'
import own from './isolation.module.css'
import { signOf } from './point-card.tsx'
import { PointDrawer } from './point-drawer.tsx'

/** Every point of the plant: locked by whom, the key with whom, and who relies on it. */
export const IsolationRegisterPage = () => {
  const { isolation: words, jobs, registers } = useWords()
  const [, navigate] = useLocation()
  const [filter, setFilter] = useState<'locked' | 'all'>('all')
  const [edited, setEdited] = useState<PointView | 'new'>()
  const mayKeep = isFor(registerKeepers, useSession().roles)
  const { data, error, refetch } = useRead<IsolationRegister>(['jobs', 'isolation-points'], '/api/isolation-points')
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  const nameOf = (person: string): string => data?.names.people[person] ?? person
  return (
    <>
      <RegisterHead
        here="isolation"
        title={words.register}
        actions={
          <>
            <Segmented
              aria-label={words.state}
              value={filter}
              onChange={setFilter}
              options={[
                { value: 'all', label: words.all },
                { value: 'locked', label: words.onlyLocked },
              ]}
            />
            {mayKeep && (
              <Button type="primary" onClick={() => setEdited('new')}>
                {words.addPoint}
              </Button>
            )}
          </>
        }
      />
      <DataTable
        rows={(data?.points ?? []).filter(({ condition }) => filter === 'all' || condition.at !== 'in-service')}
        loading={!data}
        rowId={({ id }) => id}
        empty={{ title: words.none, how: words.registerHow }}
        columns={[
          { id: 'number', title: words.number, width: 100, render: ({ number }) => <strong>{number}</strong> },
          { id: 'name', title: words.point, width: 130, render: ({ name }) => name },
          { id: 'place', title: words.place, width: 190, render: ({ place }) => data?.names.places[place] ?? place },
          {
            id: 'kind',
            title: words.kindLabel,
            width: 130,
            render: ({ kind, energy }) => `${words.kind[kind]} · ${words.energy[energy]}`,
          },
          {
            id: 'state',
            title: words.state,
            width: 140,
            render: ({ condition }) =>
              condition.at === 'in-service' ? (
                <span className={own.quiet}>{words.condition[condition.at]}</span>
              ) : (
                <SafetyLabel state={signOf[condition.at]}>{words.condition[condition.at]}</SafetyLabel>
              ),
          },
          {
            id: 'lock',
            title: words.lockLabel,
            width: 140,
            render: ({ condition }) =>
              condition.at === 'in-service'
                ? ''
                : `${condition.isolation.lockNumber} / ${condition.isolation.tagNumber}`,
          },
          {
            id: 'key',
            title: words.keyLabel,
            width: 90,
            render: ({ condition }) => (condition.at === 'in-service' ? '' : nameOf(condition.isolation.keyHolder)),
          },
          {
            id: 'reliers',
            title: words.relies,
            render: ({ reliers }) => (
              <ul className={own.list}>
                {reliers.map(({ job, status, content }) => (
                  <li key={job}>
                    <button type="button" className={own.link} onClick={() => navigate(`/jobs/${job}`)}>
                      {content}
                    </button>{' '}
                    <span className={own.quiet}>{jobs.status[status]}</span>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            id: 'act',
            title: '',
            width: 80,
            render: (row) =>
              mayKeep && (
                <Button size="small" onClick={() => setEdited(row)}>
                  {registers.correct}
                </Button>
              ),
          },
        ]}
      />
      {edited !== undefined && (
        <PointDrawer point={edited === 'new' ? null : edited} onClose={() => setEdited(undefined)} />
      )}
    </>
  )
}
