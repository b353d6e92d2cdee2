import type { PreparationContent } from '#core/job/commands.ts'

/** What somebody wrote, without what the decision found out about it: that is found out anew each time. */
export const asWritten = (content: PreparationContent): PreparationContent => {
  switch (content.kind) {
    case 'hazards':
      return { kind: 'hazards', hazards: content.hazards }
    case 'plan': {
      if (!content.document) return content
      const { file: _file, ...document } = content.document
      return { ...content, document }
    }
    case 'checklist':
      return content
  }
}
