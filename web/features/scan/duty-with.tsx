import type { MyDuties } from '#contract/me.ts'
import type { ObligationKind } from '#core/job/obligations.ts'
import { dutyPath } from '../../session/job/duty-path.ts'
import { useEquipment } from '../../session/job/use-site.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import css from './scan.module.css'

/** What the reader has to do with a scanned fan or detector; a fan serves only the jobs of the spaces that it ventilates. */
export const DutyWith = ({
  name,
  actions,
  equipment,
  onGo,
}: {
  name: string
  actions: readonly ObligationKind[]
  equipment: string
  onGo: (path: string) => void
}) => {
  const { home: words } = useWords()
  const { data } = useRead<MyDuties>(['jobs', 'my-duties'], '/api/me/duties')
  const all = useEquipment()
  if (!data || !all) return null
  const fan = all.fans.find(({ facts }) => facts.id === equipment)
  const serving = data.duties.filter(
    ({ action, job }) =>
      actions.includes(action) && (!fan || fan.facts.ventilates.some((place) => place === job.place.id)),
  )
  return (
    <>
      <h2 className={css.heading}>{serving.length === 0 ? words.scan.noDuty(name) : name}</h2>
      {serving.length > 0 && (
        <RowList>
          {serving.map(({ duty, job, action }) => (
            <ListRow
              key={`${job.id} ${duty.key}`}
              title={words.duty[action].title}
              detail={`${job.place.name} · ${job.content}`}
              onOpen={() => onGo(dutyPath(job.id, action))}
            />
          ))}
        </RowList>
      )}
    </>
  )
}
