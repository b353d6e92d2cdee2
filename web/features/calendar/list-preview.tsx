import { Alert } from 'antd'
import type { CalendarReading } from '#contract/calendar.ts'
import { useWords } from '../../session/language.tsx'
import css from './calendar.module.css'
import { DaySwatch } from './day-look.tsx'
import { useDayWords } from './use-day-words.ts'

/** What a list says beside what stands: every bad row with its reason first, since nothing is entered before they are mended. */
export const ListPreview = ({ reading: { days, faults } }: { reading: CalendarReading }) => {
  const { calendar } = useWords()
  const words = calendar.list
  const { nameOf, markOf, full } = useDayWords()
  if (days.length === 0 && faults.length === 0) return <p>{words.nothing}</p>
  return (
    <>
      {faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={words.bad(faults.length)}
          description={
            <ul className={css.faults}>
              {faults.map(({ row, code, text }) => (
                <li key={`${row} ${code}`}>
                  {words.fault(row, text)}: {words.faults[code]}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {faults.length === 0 && days.every(({ isSame }) => isSame) && <p>{words.upToDate}</p>}
      {days.length > 0 && (
        <table className={css.preview}>
          <thead>
            <tr>
              <th scope="col">{words.columns.row}</th>
              <th scope="col">{words.columns.day}</th>
              <th scope="col">{words.columns.kind}</th>
              <th scope="col">{words.columns.name}</th>
              <th scope="col">{words.columns.was}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ row, day, kind, name, isProvisional, was, isSame }) => (
              <tr key={day} data-same={isSame}>
                <td>{row}</td>
                <td>{full(day)}</td>
                <td>
                  <DaySwatch look={kind} mark={markOf(kind)} /> {nameOf(kind)}
                </td>
                <td>
                  {name}
                  {isProvisional && <span className={css.quiet}> {calendar.provisional}</span>}
                </td>
                <td>
                  {isSame
                    ? words.same
                    : was?.kind
                      ? words.changes([nameOf(was.kind), was.name].filter((part) => part !== '').join(' '))
                      : words.fresh}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
