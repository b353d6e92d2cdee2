import type { PreparationContent } from '#core/job/commands.ts'
import type { Preparation } from '#core/rulebook/rulebook.ts'

/** A blank sheet of the kind that the rulebook asks for. */
export const emptyContent = ({ kind }: Preparation): PreparationContent => {
  switch (kind) {
    case 'hazards':
      return { kind, hazards: [] }
    case 'plan':
      return { kind, text: '' }
    case 'checklist':
      return { kind, present: [] }
  }
}
