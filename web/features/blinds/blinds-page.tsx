import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { BlindRegister } from '#contract/blinds.ts'
import type { Blind, BlindState } from '#core/blinds/blind.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { RegisterHead } from '../../session/registers/register-head.tsx'
import { registerKeepers } from '../../session/registers/keepers.ts'
import { isFor } from '../../session/roles.ts'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { SafetyLabel, type SafetyState } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BlindDrawer } from './blind-drawer.tsx'

const signs: { readonly [S in BlindState]: SafetyState } = {
  planned: 'not-open',
  'in-work': 'due',
  installed: 'must',
  removed: 'met',
}

/** The map of blinds as a table: what is in which pipe, whether it is installed, and by which permit. */
export const BlindsPage = () => {
  const { registers, jobs } = useWords()
  const words = registers.blinds
  const clock = useClockText()
  const [filter, setFilter] = useState<'installed' | 'all'>('all')
  const [edited, setEdited] = useState<Blind | 'new'>()
  const mayKeep = isFor(registerKeepers, useSession().roles)
  const { data, error, refetch } = useRead<BlindRegister>(['jobs', 'blinds'], '/api/blinds')
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  return (
    <>
      <RegisterHead
        here="blinds"
        title={words.title}
        actions={
          <>
            <Segmented
              aria-label={words.state}
              value={filter}
              onChange={setFilter}
              options={[
                { value: 'all', label: words.all },
                { value: 'installed', label: words.onlyInstalled },
              ]}
            />
            {mayKeep && (
              <Button type="primary" onClick={() => setEdited('new')}>
                {words.add}
              </Button>
            )}
          </>
        }
      />
      <DataTable
        rows={(data?.blinds ?? []).filter(({ state }) => filter === 'all' || state === 'installed')}
        loading={!data}
        rowId={({ number }) => number}
        empty={{ title: words.none, how: words.noneHow }}
        columns={[
          {
            id: 'number',
            title: words.number,
            width: 150,
            render: ({ number, mapNumber }) => (
              <>
                <strong>{number}</strong>
                <br />
                {mapNumber}
              </>
            ),
          },
          {
            id: 'state',
            title: words.state,
            width: 110,
            render: ({ state }) => <SafetyLabel state={signs[state]}>{words.states[state]}</SafetyLabel>,
          },
          {
            id: 'by',
            title: words.by,
            width: 150,
            render: ({ by, since }) =>
              by === null ? (
                ''
              ) : (
                <>
                  {'job' in by ? <Link href={`/jobs/${by.job}`}>{by.permit ?? by.job}</Link> : words.stated(by.person)}
                  {since !== null && <> · {clock.short(since)}</>}
                </>
              ),
          },
          {
            id: 'pipe',
            title: words.pipe,
            width: 110,
            render: ({ pipe, medium }) => (
              <>
                {pipe}
                <br />
                {medium}
              </>
            ),
          },
          { id: 'place', title: words.place, width: 150, render: ({ placeName }) => placeName },
          {
            id: 'conditions',
            title: words.conditions,
            width: 140,
            render: ({ temperatureCelsius, pressureMpa }) => words.conditionsOf(temperatureCelsius, pressureMpa),
          },
          {
            id: 'specification',
            title: words.specification,
            width: 190,
            render: ({ specification, material }) => (
              <>
                {specification}
                <br />
                {material}
              </>
            ),
          },
          {
            id: 'jobs',
            title: words.jobs,
            render: ({ jobs: open }) =>
              open.map(({ job, content, status }) => (
                <div key={job}>
                  <Link href={`/jobs/${job}`}>{content}</Link> {jobs.status[status]}
                </div>
              )),
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
        <BlindDrawer blind={edited === 'new' ? null : edited} onClose={() => setEdited(undefined)} />
      )}
    </>
  )
}
