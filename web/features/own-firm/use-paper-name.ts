import { categoryName } from '#core/people/ledger/vocabulary.ts'
import { useSpeech } from '../../session/language.tsx'

/** What a document is called; the examination stands among them under a name of its own. */
export const usePaperName = (): ((category: string) => string) => {
  const { words, language } = useSpeech()
  return (category) => (category === 'medical' ? words.ownFirm.papers.medical : categoryName(category, language))
}
