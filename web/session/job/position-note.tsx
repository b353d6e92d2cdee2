import { judgeFence, type Position as Reading, type Ring } from '#core/place/position.ts'
import type { Position } from '../../ui/place/use-position.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useWords } from '../language.tsx'

/** What goes into a record of a position: undefined while none is known, because none may be made up. */
export const readingOf = (position: Position): Reading | undefined =>
  position.status === 'known'
    ? {
        latitude: position.latitude,
        longitude: position.longitude,
        accuracyMetres: position.accuracyMetres,
      }
    : undefined

/** Says before anything is handed in whether the phone knows that it is at the site, by the rule that the server asks. */
export const PositionNote = ({
  position,
  fence,
}: {
  position: Position
  fence?: { readonly ring: Ring; readonly metresMax: number } | undefined
}) => {
  const words = useWords().capture.position
  const reading = readingOf(position)
  if (!reading) {
    const status = position.status === 'known' ? 'unavailable' : position.status
    return <SafetyLabel state="due">{words[status]}</SafetyLabel>
  }
  const accuracy = Math.ceil(reading.accuracyMetres)
  if (!fence) return <SafetyLabel state="met">{words.known(accuracy)}</SafetyLabel>
  const { verdict, distanceMetres } = judgeFence(reading, fence.ring, fence.metresMax)
  switch (verdict) {
    case 'inside':
      return <SafetyLabel state="met">{words.inside(accuracy)}</SafetyLabel>
    case 'unclear':
      return <SafetyLabel state="due">{words.unclear(accuracy)}</SafetyLabel>
    case 'outside':
      return <SafetyLabel state="stopped">{words.outside(Math.ceil(distanceMetres))}</SafetyLabel>
  }
}
