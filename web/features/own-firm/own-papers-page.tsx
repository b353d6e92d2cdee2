import { useState } from 'react'
import type { OwnPaper, OwnPapers } from '#contract/contractor.ts'
import { positionName } from '#core/people/ledger/vocabulary.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useSpeech } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { OwnPersonDrawer } from './own-person-drawer.tsx'
import { PaperSign } from './paper-sign.tsx'
import { usePaperName } from './use-paper-name.ts'

/** Which documents of whom need something, until when, and what: the first thing that a contractor looks for here. */
export const OwnPapersPage = () => {
  const { words, language } = useSpeech()
  const { papers: said, action } = words.ownFirm
  const paperName = usePaperName()
  const { data, error, refetch } = useRead<OwnPapers>(['people', 'own-papers'], '/api/contractor/papers')
  const [opened, setOpened] = useState<OwnPaper>()
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHead title={said.title} note={data && said.note(data.firm, data.people, data.papers.length)} />
      <DataTable<OwnPaper>
        rows={data?.papers ?? []}
        loading={!data}
        rowId={({ person, category }) => `${person} ${category}`}
        onOpen={setOpened}
        empty={{ title: said.none, how: said.noneHow }}
        columns={[
          { id: 'person', title: said.person, width: 120, render: ({ name }) => <strong>{name}</strong> },
          {
            id: 'position',
            title: said.position,
            width: 150,
            render: ({ position }) => positionName(position, language),
          },
          { id: 'document', title: said.document, render: ({ category }) => paperName(category) },
          { id: 'state', title: said.state, width: 180, render: (paper) => <PaperSign due={paper} /> },
          { id: 'by', title: said.by, width: 130, render: ({ by }) => by ?? '' },
          { id: 'action', title: said.action, render: (paper) => action[paper.action] },
        ]}
      />
      {opened && <OwnPersonDrawer person={opened.person} name={opened.name} onClose={() => setOpened(undefined)} />}
    </>
  )
}
