import { useUi } from './ui-context.tsx'

/** Writes several names in one line as the reader's language separates them: 甲、乙 and A, B. */
export const useListed = (): ((names: Iterable<string>) => string) => {
  const { locale } = useUi()
  const list = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' })
  return (names) => list.format(names)
}
