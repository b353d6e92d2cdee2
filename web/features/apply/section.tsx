import type { ReactNode } from 'react'
import { Card } from '../../ui/touch/card.tsx'

export type SectionId = 'kinds' | 'place' | 'time' | 'people' | 'form'

/** One part of the application, which a remedy can lead to. */
export const Section = ({ id, title, children }: { id: SectionId; title: string; children: ReactNode }) => (
  <div id={`apply-${id}`}>
    <Card title={title}>{children}</Card>
  </div>
)

export const showSection = (id: SectionId): void =>
  document.getElementById(`apply-${id}`)?.scrollIntoView({ block: 'start' })
