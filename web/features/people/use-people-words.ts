import type { SourceView } from '#contract/people.ts'
import { categoryName, positionName, restrictionName } from '#core/people/ledger/vocabulary.ts'
import { useSpeech } from '../../session/language.tsx'

/** The words of these pages, with the names of categories and positions and where a value came from. */
export const usePeopleWords = () => {
  const { words, language } = useSpeech()
  const { people } = words
  return {
    ...people,
    categoryName: (code: string) => categoryName(code, language),
    positionName: (code: string) => positionName(code, language),
    restrictionName: (code: string) => restrictionName(code, language),
    sourceText: ({ system, file, sheet, row, by, reason }: SourceView): string => {
      if (file !== undefined) return people.from.file(file, sheet ?? '', row ?? 0)
      if (system === 'desk') return people.from.desk(by ?? '', reason ?? '')
      return system === 'demo' ? people.from.demo : (system ?? people.from.unknown)
    },
  }
}
