import { useStopWork } from '../../session/job/use-stop-work.ts'
import { useWords } from '../../session/language.tsx'
import { StopButton } from '../../ui/touch/stop-button.tsx'

/** One tap, no question. What could not be sent is said at once, because then only a voice can stop the work. */
export const StopWork = ({ job }: { job: string }) => {
  const { jobs: words } = useWords()
  const { stop, outcome } = useStopWork(job)
  return (
    <>
      {outcome !== 'none' && <p role="status">{outcome === 'sent' ? words.stopped : words.stopFailed}</p>}
      <StopButton label={words.stop} onStop={() => void stop()} />
    </>
  )
}
