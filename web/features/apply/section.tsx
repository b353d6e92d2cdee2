import type { ReactNode } from 'react'
import { Card } from '../../ui/touch/card.tsx'

/** `open` is the list of what still stands in the way. */
export type SectionId = 'kinds' | 'place' | 'time' | 'urgent' | 'people' | 'form' | 'open'

/** One part of the application, which a remedy can lead to. */
export const Section = ({ id, title, children }: { id: SectionId; title: string; children: ReactNode }) => (
  <div id={sectionElement(id)}>
    <Card title={title}>{children}</Card>
  </div>
)

export const sectionElement = (id: SectionId): string => `apply-${id}`

export const showSection = (id: SectionId): void =>
  document.getElementById(sectionElement(id))?.scrollIntoView({ block: 'start' })
