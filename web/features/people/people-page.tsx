import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DirectoryPage } from '#contract/people.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { isFor } from '../../session/roles.ts'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { DocumentStates } from './document-states.tsx'
import css from './people.module.css'
import { usePeopleWords } from './use-people-words.ts'

const employments = ['active', 'frozen', 'left', 'all'] as const
const all = ''

/** The plant's people: search, filter, open one. */
export const PeoplePage = () => {
  const words = usePeopleWords()
  const { roles } = useSession()
  const [, navigate] = useLocation()
  const [filter, setFilter] = useState({ search: '', department: all, position: all, employment: 'active' })
  const [page, setPage] = useState({ current: 1, size: 20 })
  const change = (part: Partial<typeof filter>) => {
    setFilter({ ...filter, ...part })
    setPage({ ...page, current: 1 })
  }
  const query = new URLSearchParams({
    ...filter,
    offset: String((page.current - 1) * page.size),
    limit: String(page.size),
  })
  const { data, error, refetch } = useRead<DirectoryPage>(
    ['people', query.toString()],
    `/api/directory/people?${query.toString()}`,
  )
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHead
        title={words.title}
        actions={
          <>
            <Button onClick={() => navigate('/people/matrix')}>{words.matrix}</Button>
            {isFor(['safety-officer', 'administrator'], roles) && (
              <Button type="primary" onClick={() => navigate('/people/import')}>
                {words.import}
              </Button>
            )}
          </>
        }
      />
      <div className={css.tools}>
        <Input.Search
          allowClear
          aria-label={words.search}
          placeholder={words.search}
          style={{ width: 260 }}
          onSearch={(search) => change({ search: search.trim() })}
        />
        <Select
          aria-label={words.department}
          style={{ width: 200 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={filter.department}
          onChange={(department) => change({ department })}
          options={[
            { value: all, label: words.allDepartments },
            ...(data?.departments ?? []).map((department) => ({ value: department, label: department })),
          ]}
        />
        <Select
          aria-label={words.position}
          style={{ width: 180 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={filter.position}
          onChange={(position) => change({ position })}
          options={[
            { value: all, label: words.allPositions },
            ...(data?.positions ?? []).map((position) => ({ value: position, label: words.positionName(position) })),
          ]}
        />
        <Select
          aria-label={words.employmentLabel}
          style={{ width: 110 }}
          value={filter.employment}
          onChange={(employment) => change({ employment })}
          options={employments.map((value) => ({ value, label: words.employment[value] }))}
        />
      </div>
      <DataTable
        rows={data?.people ?? []}
        loading={!data}
        rowId={({ id }) => id}
        onOpen={({ id }) => navigate(`/people/${encodeURIComponent(id)}`)}
        empty={{ title: words.none, how: words.noneHow }}
        page={{ ...page, total: data?.total ?? 0, onTurn: (current, size) => setPage({ current, size }) }}
        columns={[
          { id: 'name', title: words.name, width: 110, render: ({ name }) => <strong>{name}</strong> },
          { id: 'number', title: words.staffNumber, width: 120, render: ({ staffNumber }) => staffNumber ?? '' },
          { id: 'department', title: words.department, width: 160, render: ({ department }) => department },
          { id: 'position', title: words.position, width: 120, render: ({ position }) => words.positionName(position) },
          { id: 'team', title: words.team, width: 80, render: ({ team }) => team ?? '' },
          { id: 'id', title: words.idNumber, width: 190, render: ({ numbers }) => numbers['id-number'] ?? '' },
          { id: 'phone', title: words.phone, width: 130, render: ({ numbers }) => numbers.phone ?? '' },
          {
            id: 'documents',
            title: words.documents,
            render: ({ documents }) => <DocumentStates counts={documents} />,
          },
        ]}
      />
    </>
  )
}
