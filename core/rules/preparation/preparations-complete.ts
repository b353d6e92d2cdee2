import type { Problem } from '../../job/refusal.ts'
import type { PreparationContent } from '../../job/commands.ts'
import { conditionViewIn } from '../../job/condition-view.ts'
import { holds } from '../../rulebook/condition.ts'
import type { Operation, Preparation } from '../../rulebook/rulebook.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/** Everything that has to be worked out on paper is there and complete: risk analysis, plans, gear. */
export const preparationsComplete = defineRequirement({
  id: 'preparations-complete@1',
  parameters: {},
  check: (_, context) => {
    const { operation, record } = context
    const view = conditionViewIn(context)
    return unmet(
      ...operation.preparations.flatMap((preparation): readonly Problem[] => {
        // A condition that cannot be told asks for the preparation: too much paper is safe.
        if (preparation.when && holds(preparation.when, view) === 'no') return []
        return judgePreparation(
          operation,
          preparation,
          record?.preparations[`${operation.id}.${preparation.id}`]?.content,
        )
      }),
    )
  },
})

/** What one preparation still lacks as it stands; asked by the screen with every key. */
export const judgePreparation = (
  operation: Operation,
  preparation: Preparation,
  content: PreparationContent | undefined,
): readonly Problem[] => {
  if (!content || content.kind !== preparation.kind)
    return [{ code: 'preparation-missing', params: { operation: operation.id, preparation: preparation.id } }]
  const incomplete = (item: string): Problem => ({
    code: 'preparation-incomplete',
    params: { operation: operation.id, preparation: preparation.id, item },
  })
  switch (content.kind) {
    case 'hazards': {
      if (content.hazards.length === 0) return [incomplete('1')]
      const isOwned = preparation.kind === 'hazards' && preparation.owned === true
      return content.hazards.flatMap(({ hazard, consequence, measures, owner }, i) =>
        [hazard, consequence, measures].every((text) => text.trim() !== '') && (!isOwned || owner !== undefined)
          ? []
          : [incomplete(String(i + 1))],
      )
    }
    case 'plan':
      return content.text.trim() === '' && content.attachment === undefined && content.document === undefined
        ? [incomplete('text')]
        : []
    case 'checklist':
      return preparation.kind === 'checklist'
        ? preparation.items.filter(({ id }) => !content.present.includes(id)).map(({ id }) => incomplete(id))
        : []
  }
}
