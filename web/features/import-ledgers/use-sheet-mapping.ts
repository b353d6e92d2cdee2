import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SheetChoiceRequest, SheetHead } from '#contract/imports.ts'
import { requiredFields, type Field, type LedgerKind } from '#core/people/ledger/fields.ts'
import { useServices } from '../../session/services.tsx'
import type { SheetRow } from './sheets-table.tsx'

type Mapping = Extract<SheetChoiceRequest, { kind: 'read' }>['mapping']

/**
 * How one sheet is going to be read. Wherever the header is pointed at, the guess for that place fills the columns, and what
 * the person said of a column stands over it.
 */
export const useSheetMapping = (importId: string, { file, sheet, entry }: SheetRow) => {
  const { api } = useServices()
  const begun = entry.choice.kind === 'read' ? entry.choice.reading : entry.guesses[0]
  const [header, setHeader] = useState(begun && { first: begun.firstHeaderRow, last: begun.lastHeaderRow })
  const [wanted, setWanted] = useState<LedgerKind | undefined>(begun?.ledger)
  const [said, setSaid] = useState<{ readonly [column: string]: Field | '' }>({})
  const [isAsBegun, setIsAsBegun] = useState(begun !== undefined)
  const [includeHidden, setIncludeHidden] = useState(entry.choice.kind === 'read' && entry.choice.includeHidden)

  const query = new URLSearchParams({
    ...(header ? { first: String(header.first), last: String(header.last) } : {}),
    ...(wanted ? { ledger: wanted } : {}),
  }).toString()
  const path = `/api/imports/${importId}/files/${file}/sheets/${sheet}/head?${query}`
  const {
    data: head,
    error,
    refetch,
  } = useQuery({
    queryKey: ['sheet-head', importId, file, sheet, query],
    queryFn: ({ signal }) => api.read<SheetHead>(path, signal),
    placeholderData: keepPreviousData,
  })

  const ledger = wanted ?? head?.guess?.ledger
  const guessed = (isAsBegun ? begun?.mapping : head?.guess?.mapping) ?? {}
  const mapping = correct(guessed, said)
  const named = Object.values(mapping).flatMap((use) => ('field' in use ? [use.field] : []))
  const missing = ledger ? requiredFields[ledger].filter((field) => !named.includes(field)) : []
  const isReady = header !== undefined && ledger !== undefined && head?.guess && missing.length === 0
  return {
    head,
    error,
    retry: () => void refetch(),
    header,
    ledger,
    mapping,
    missing,
    includeHidden,
    setIncludeHidden,
    pointAt: (first: number, last: number) => {
      setHeader({ first, last })
      setSaid({})
      setIsAsBegun(false)
    },
    readAs: (kind: LedgerKind) => {
      setWanted(kind)
      setIsAsBegun(false)
    },
    say: (column: number, field: Field | '') => {
      // A field stands above one column: whoever names it here takes it from where it stood.
      const from = Object.keys(mapping).filter((at) => field !== '' && fieldOf(mapping, at) === field)
      setSaid({ ...said, ...Object.fromEntries(from.map((at) => [at, '' as const])), [column]: field })
    },
    choice: isReady
      ? {
          kind: 'read' as const,
          ledger,
          firstHeaderRow: header.first,
          lastHeaderRow: header.last,
          mapping,
          includeHidden,
        }
      : undefined,
  }
}

export type SheetMapping = ReturnType<typeof useSheetMapping>

export const fieldOf = (mapping: Mapping, column: number | string): Field | undefined => {
  const use = mapping[column]
  return use && 'field' in use ? use.field : undefined
}

const correct = (guessed: Mapping, said: { readonly [column: string]: Field | '' }): Mapping => {
  const kept = Object.entries(guessed).filter(([column]) => said[column] === undefined)
  const named = Object.entries(said).flatMap(([column, field]) => (field === '' ? [] : [[column, { field }] as const]))
  return Object.fromEntries([...kept, ...named])
}
