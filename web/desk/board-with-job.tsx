import { useLocation, useRoute, useSearch } from 'wouter'
import { Board } from '../features/board/board.tsx'
import { JobDetail } from '../features/job/job-detail.tsx'
import { useWords } from '../session/language.tsx'
import { SideDrawer } from '../ui/desk/side-drawer.tsx'

/** The board, and over it the job that the address names: closing it leaves the board as it was filtered. */
export const BoardWithJob = () => {
  const { jobs: words } = useWords()
  const [, navigate] = useLocation()
  const search = useSearch()
  const [isOpen, params] = useRoute('/jobs/:job')
  const close = () => navigate(search === '' ? '/' : `/?${search}`)
  return (
    <>
      <Board />
      <SideDrawer open={isOpen} title={words.one} width={1080} onClose={close}>
        {params?.job !== undefined && <JobDetail jobId={params.job} />}
      </SideDrawer>
    </>
  )
}
