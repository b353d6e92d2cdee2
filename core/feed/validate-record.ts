import { alarmCodes } from '../alarms/alarm.ts'
import { isFeedTime } from './feed-time.ts'
import { ticketStatuses, ticketTypes, typesWithGas, type AlarmRecord, type TicketRecord } from './records.ts'

export type FeedRule =
  | 'not-a-record'
  | 'unknown-field'
  | 'missing'
  | 'not-text'
  | 'not-a-number'
  | 'not-a-time'
  | 'not-a-uuid'
  | 'not-in-table'
  | 'out-of-range'
  | 'before-its-start'
  | 'counts-differ'

export type FeedProblem = { readonly field: string; readonly rule: FeedRule }
export type FeedKind = 'ticket' | 'alarm'

/** Everything that is wrong with one record of tables A.1 and A.3, by field. Nothing found is the only pass. */
export const validateFeedRecord = (kind: FeedKind, record: unknown): readonly FeedProblem[] => {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return [{ field: '', rule: 'not-a-record' }]
  const values = record as Values
  const fields: { readonly [field: string]: Field } = kind === 'ticket' ? ticketFields : alarmFields
  return [
    ...Object.keys(values).flatMap((field) => (Object.hasOwn(fields, field) ? [] : [problem(field, 'unknown-field')])),
    ...Object.entries(fields).flatMap(([field, { form, needed }]) => {
      const value = values[field]
      if (value === undefined || value === null || value === '')
        return needed(values) ? [problem(field, 'missing')] : []
      const rule = form(value)
      return rule === null ? [] : [problem(field, rule)]
    }),
    ...(kind === 'ticket' ? ticketSense(values) : alarmSense(values)),
  ]
}

/** Which table a record of somebody's export belongs to: only an alarm names the ticket it is about. */
export const kindOfRecord = (record: unknown): FeedKind =>
  typeof record === 'object' && record !== null && 'ALARM_TYPE' in record ? 'alarm' : 'ticket'

type Values = { readonly [field: string]: unknown }
type Form = (value: unknown) => FeedRule | null
type Field = { readonly form: Form; readonly needed: (values: Values) => boolean }

const problem = (field: string, rule: FeedRule): FeedProblem => ({ field, rule })

const text: Form = (value) => (typeof value === 'string' ? null : 'not-text')
const textThat =
  (holds: (value: string) => boolean, rule: FeedRule): Form =>
  (value) =>
    typeof value !== 'string' ? 'not-text' : holds(value) ? null : rule
const time = textThat(isFeedTime, 'not-a-time')
const uuid = textThat((value) => /^[\da-f]{8}-?([\da-f]{4}-?){3}[\da-f]{12}$/i.test(value), 'not-a-uuid')
const oneOf = (table: readonly string[]): Form => textThat((value) => table.includes(value), 'not-in-table')
const flag = oneOf(['0', '1'])
const number: Form = (value) => (Number.isFinite(value) ? null : 'not-a-number')
const degrees =
  (max: number): Form =>
  (value) =>
    number(value) ?? (Math.abs(Number(value)) <= max ? null : 'out-of-range')

const always = (): boolean => true
const never = (): boolean => false
const inStatus =
  (...statuses: readonly string[]) =>
  ({ TICKET_STATUS }: Values): boolean =>
    statuses.includes(String(TICKET_STATUS))
/** Table A.1 asks for the time of signing and of acceptance without a condition; neither exists before it happened. */
const onceIssued = inStatus('1', '2', '3', '4', '6')
const onceAccepted = inStatus('3')
const onceTested = (values: Values): boolean =>
  typesWithGas.includes(String(values['TICKET_TYPE'])) && inStatus('2', '3', '6')(values)

const ticketFields: { readonly [F in keyof TicketRecord]: Field } = {
  ID: { form: uuid, needed: always },
  COMPANY_NAME: { form: text, needed: always },
  COMPANY_CODE: { form: text, needed: always },
  TICKET_TYPE: { form: oneOf(ticketTypes), needed: always },
  GAS_NAME: { form: text, needed: onceTested },
  GAS_TIME: { form: time, needed: onceTested },
  GAS_VALUE: { form: number, needed: onceTested },
  ISSUE_TIME: { form: time, needed: onceIssued },
  START_TIME: { form: time, needed: always },
  END_TIME: { form: time, needed: always },
  TICKET_POSITION: { form: text, needed: always },
  TICKET_CONTENT: { form: text, needed: always },
  CHECKED_TIME: { form: time, needed: onceAccepted },
  LONGITUDE: { form: degrees(180), needed: always },
  LATITUDE: { form: degrees(90), needed: always },
  TICKET_STATUS: { form: oneOf(ticketStatuses), needed: always },
  SUPERVISOR_NAME: { form: text, needed: always },
  WORKER_NAME: { form: text, needed: always },
  WORKER_CERTI_NAME: { form: text, needed: never },
  WORKER_CERTI_NUM: { form: text, needed: never },
  WORK_DEPARTMENT: { form: text, needed: always },
  IS_CONTRACTOR_WORK: { form: flag, needed: always },
  TICKET_RESPONS_NAME: { form: text, needed: always },
  MAJOR_PERSON_MOBILE: { form: text, needed: always },
  IS_CHANGED: { form: flag, needed: always },
  CHANGED_CAUSE: { form: text, needed: never },
  IS_CANCELLED: { form: flag, needed: always },
  CANCELLED_CAUSE: { form: text, needed: never },
  DELETED: { form: flag, needed: always },
  CREATE_DATE: { form: time, needed: always },
  CREATE_BY: { form: text, needed: always },
  UPDATE_DATE: { form: time, needed: always },
  UPDATE_BY: { form: text, needed: always },
}

const alarmFields: { readonly [F in keyof AlarmRecord]: Field } = {
  ID: { form: uuid, needed: always },
  TICKET_ID: { form: uuid, needed: always },
  ALARM_START_TIME: { form: time, needed: always },
  ALARM_TYPE: { form: oneOf(alarmCodes), needed: always },
  ALARM_END_TIME: { form: time, needed: never },
  ALARM_RESULT: { form: text, needed: never },
  DELETED: { form: flag, needed: always },
  CREATE_DATE: { form: time, needed: always },
  CREATE_BY: { form: text, needed: always },
  UPDATE_DATE: { form: time, needed: always },
  UPDATE_BY: { form: text, needed: always },
}

const ticketSense = (values: Values): readonly FeedProblem[] => [
  ...inOrder(values, 'START_TIME', 'END_TIME'),
  ...inOrder(values, 'CREATE_DATE', 'UPDATE_DATE'),
  ...inOrder(values, 'ISSUE_TIME', 'CHECKED_TIME'),
  // Names and numbers of certificates are read side by side.
  ...(countOf(values['WORKER_CERTI_NAME']) === countOf(values['WORKER_CERTI_NUM'])
    ? []
    : [problem('WORKER_CERTI_NUM', 'counts-differ')]),
]

const alarmSense = (values: Values): readonly FeedProblem[] => [
  ...inOrder(values, 'ALARM_START_TIME', 'ALARM_END_TIME'),
  ...inOrder(values, 'CREATE_DATE', 'UPDATE_DATE'),
]

const inOrder = (values: Values, first: string, second: string): readonly FeedProblem[] => {
  const [from, to] = [values[first], values[second]]
  if (typeof from !== 'string' || typeof to !== 'string' || !isFeedTime(from) || !isFeedTime(to)) return []
  return from <= to ? [] : [problem(second, 'before-its-start')]
}

const countOf = (joined: unknown): number =>
  typeof joined === 'string' && joined !== '' ? joined.split(',').length : 0
