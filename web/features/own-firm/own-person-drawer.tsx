import type { OwnPerson } from '#contract/contractor.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import { PaperSign } from './paper-sign.tsx'
import { usePaperName } from './use-paper-name.ts'

/** All documents of one of the own people, also those with which nothing is wrong. */
export const OwnPersonDrawer = ({ person, name, onClose }: { person: string; name: string; onClose: () => void }) => {
  const { papers: words, action } = useWords().ownFirm
  const paperName = usePaperName()
  const { data, error, refetch } = useRead<OwnPerson>(
    ['people', 'own', person],
    `/api/contractor/people/${encodeURIComponent(person)}`,
  )
  return (
    <SideDrawer open title={words.documentsOf(name)} width={760} onClose={onClose}>
      {error ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable<OwnPerson['documents'][number]>
          rows={data?.documents ?? []}
          isInDrawer
          loading={!data}
          rowId={({ category }) => category}
          empty={{ title: words.none, how: words.noneHow }}
          columns={[
            { id: 'document', title: words.document, render: ({ category }) => paperName(category) },
            { id: 'state', title: words.state, width: 180, render: ({ due }) => <PaperSign due={due} /> },
            { id: 'by', title: words.by, width: 140, render: ({ through }) => through ?? words.unlimited },
            { id: 'action', title: words.action, render: ({ due }) => (due === null ? '' : action[due.action]) },
          ]}
        />
      )}
    </SideDrawer>
  )
}
