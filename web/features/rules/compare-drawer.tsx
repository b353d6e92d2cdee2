import { compareEditions } from '#core/rulebook/compare-editions.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import { Changes } from './changes.tsx'

/** What the edition in force asks otherwise than another one. */
export const CompareDrawer = ({
  rulebook,
  edition,
  onClose,
}: {
  rulebook: Rulebook
  edition: string
  onClose: () => void
}) => {
  const { rules: words } = useWords()
  const {
    data: other,
    error,
    refetch,
  } = useRead<Rulebook>(
    ['rulebook', rulebook.id, edition],
    `/api/rulebook?${new URLSearchParams({ rulebook: rulebook.id, edition })}`,
  )
  return (
    <SideDrawer open title={words.compareWith(edition, rulebook.edition)} onClose={onClose}>
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {other && (
        <Changes
          changes={compareEditions(other, rulebook).map(({ path, change, grounds }) => ({
            path,
            change,
            clause: grounds.clause ?? null,
          }))}
        />
      )}
    </SideDrawer>
  )
}
