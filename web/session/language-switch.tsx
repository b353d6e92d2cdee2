import { languages, useSpeech } from './language.tsx'
import { Segments } from '../ui/touch/segments.tsx'

/** Each language is named in itself, so that it is found by whoever cannot read the present one. */
export const LanguageSwitch = () => {
  const { language, words, speak } = useSpeech()
  return (
    <Segments
      label={words.session.language.label}
      options={languages.map((id) => ({ id, label: words.session.language[id] }))}
      chosen={language}
      onChoose={speak}
    />
  )
}
