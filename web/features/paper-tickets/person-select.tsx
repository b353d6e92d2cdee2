import { Select } from 'antd'
import { useState } from 'react'
import type { PersonCard } from '#contract/applying.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import css from './paper-tickets.module.css'

/** Somebody of the plant, found by name or staff number. */
export const PersonSelect = ({
  label,
  chosen,
  onChoose,
}: {
  label: string
  chosen: string
  onChoose: (person: string) => void
}) => {
  const { paperTickets: words } = useWords()
  const [search, setSearch] = useState('')
  const { data } = useRead<{ readonly rows: readonly PersonCard[] }>(
    ['people', 'found', search],
    `/api/people?${new URLSearchParams({ search }).toString()}`,
  )
  return (
    <label className={css.field}>
      {label}
      <Select
        aria-label={label}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        placeholder={words.search}
        value={chosen === '' ? null : chosen}
        options={(data?.rows ?? []).map(({ id, name, department }) => ({
          value: id,
          label: `${name} · ${department}`,
        }))}
        onChange={(value: string | null) => onChoose(value ?? '')}
      />
    </label>
  )
}
