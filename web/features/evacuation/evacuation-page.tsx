import css from '../../session/job/site-page.module.css'
import { CallEvacuationCard } from './call-evacuation.tsx'
import { HeadCount } from './head-count.tsx'
import { useEvacuations } from './use-evacuations.ts'

/** What stands, with its head count, and below it the way to call one. */
export const EvacuationPage = () => (
  <div className={css.page}>
    {useEvacuations().map((evacuation) => (
      <HeadCount key={evacuation.id} evacuation={evacuation} />
    ))}
    <CallEvacuationCard />
  </div>
)
