import type { CalendarDay } from '#core/calendar/calendar-day.ts'
import { pastedRows, readCalendarList } from '#core/calendar/read-calendar-list.ts'

/** As the General Office of the State Council arranged 2026 (notice of 4 November 2025). */
const year2026 = `
2026-01-01至2026-01-03 放假 元旦
2026-01-04 上班 元旦调休
2026-02-14 上班 春节调休
2026-02-15至2026-02-23 放假 春节
2026-02-28 上班 春节调休
2026-04-04至2026-04-06 放假 清明节
2026-05-01至2026-05-05 放假 劳动节
2026-05-09 上班 劳动节调休
2026-06-19至2026-06-21 放假 端午节
2026-09-20 上班 国庆节调休
2026-09-25至2026-09-27 放假 中秋节
2026-10-01至2026-10-07 放假 国庆节
2026-10-10 上班 国庆节调休`

/**
 * Of 2027 only the days that the law itself gives (全国年节及纪念日放假办法): which days are swapped for them is the State Council's to
 * say, so all of them are provisional.
 */
const year2027 = `
2027-01-01 放假 元旦 暂定
2027-02-05至2027-02-08 放假 春节 暂定
2027-04-05 放假 清明节 暂定
2027-05-01至2027-05-02 放假 劳动节 暂定
2027-06-09 放假 端午节 暂定
2027-09-15 放假 中秋节 暂定
2027-10-01至2027-10-03 放假 国庆节 暂定`

/** Read by what reads the lists of plants. */
export const demoCalendar: readonly CalendarDay[] = [year2026, year2027].flatMap(
  (lines) => readCalendarList(pastedRows(lines)).days,
)
