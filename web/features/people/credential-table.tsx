import { Button } from 'antd'
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { PersonFile } from '#contract/people.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import { documentSigns } from './document-states.tsx'
import { OfficialCheckDrawer } from './official-check-drawer.tsx'
import css from './people.module.css'
import { usePeopleWords } from './use-people-words.ts'

type Credential = PersonFile['credentials'][number]

/** Documents of one kind: what counts today first, what it replaced below. `?check=CATEGORY` leads here from a refusal. */
export const CredentialTable = ({
  title,
  none,
  rows,
  mayCheck,
}: {
  title: string
  none: string
  rows: readonly Credential[]
  mayCheck: boolean
}) => {
  const words = usePeopleWords()
  const asked = new URLSearchParams(useSearch()).get('check')
  const [checking, setChecking] = useState<Credential | undefined>(() =>
    mayCheck ? rows.find(({ category, supersededBy }) => category === asked && supersededBy === null) : undefined,
  )
  return (
    <section className={css.section}>
      <h2 className={css.heading}>{title}</h2>
      <DataTable<Credential>
        rows={rows}
        rowId={({ id }) => id}
        empty={{ title: none, how: words.documentsHow }}
        columns={[
          {
            id: 'category',
            title: words.category,
            width: 210,
            render: ({ category }) => words.categoryName(category),
          },
          {
            id: 'state',
            title: words.employmentLabel,
            width: 130,
            render: ({ state, supersededBy }) =>
              supersededBy === null ? (
                <StatusPill state={documentSigns[state]}>{words.state[state]}</StatusPill>
              ) : (
                <span className={css.quiet}>{words.replaced}</span>
              ),
          },
          { id: 'validity', title: words.validity, width: 240, render: (row) => <Validity credential={row} /> },
          { id: 'official', title: words.officialLabel, render: (row) => <Official credential={row} /> },
          { id: 'source', title: words.source, render: ({ source }) => words.sourceText(source) },
          {
            id: 'check',
            title: '',
            width: 110,
            render: (row) =>
              mayCheck &&
              row.supersededBy === null && (
                <Button size="small" onClick={() => setChecking(row)}>
                  {words.check}
                </Button>
              ),
          },
        ]}
      />
      {checking && <OfficialCheckDrawer credential={checking} onClose={() => setChecking(undefined)} />}
    </section>
  )
}

const Validity = ({ credential: { validFrom, validThrough, isUnlimited, reviewDue } }: { credential: Credential }) => {
  const words = usePeopleWords()
  const end = isUnlimited ? words.unlimited : (validThrough ?? words.state.unknown)
  return (
    <span className={css.lines}>
      <span>{words.through(validFrom ?? '', end)}</span>
      {reviewDue !== null && <span className={css.quiet}>{words.review(reviewDue)}</span>}
    </span>
  )
}

const Official = ({ credential: { official, officialCheckedOn, checks, isTraining } }: { credential: Credential }) => {
  const words = usePeopleWords()
  if (isTraining) return null
  return (
    <span className={css.lines}>
      <span>
        {words.official[official]} {officialCheckedOn}
      </span>
      {checks.map(({ by, method, checkedOn, recordedAt }) => (
        <span key={recordedAt} className={css.quiet}>
          {words.checkedBy(by, words.methods[method], checkedOn)}
        </span>
      ))}
    </span>
  )
}
