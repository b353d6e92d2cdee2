/** Says a verdict aloud, cutting off the one before: the last value typed is the one that counts. Silent where the phone cannot speak. */
export const speak = (text: string, locale: 'zh-CN' | 'en'): void => {
  if (typeof speechSynthesis === 'undefined') return
  speechSynthesis.cancel()
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = locale
  speechSynthesis.speak(utterance)
}
