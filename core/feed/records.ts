/** AQ 3064.2 table A.1: one ticket as the park's platform takes it. `null` is not known yet; `validate-record.ts` says how long it may be. */
export type TicketRecord = {
  readonly ID: string
  readonly COMPANY_NAME: string | null
  readonly COMPANY_CODE: string | null
  readonly TICKET_TYPE: string | null
  readonly GAS_NAME: string | null
  readonly GAS_TIME: string | null
  readonly GAS_VALUE: number | null
  readonly ISSUE_TIME: string | null
  readonly START_TIME: string
  readonly END_TIME: string
  readonly TICKET_POSITION: string
  readonly TICKET_CONTENT: string
  readonly CHECKED_TIME: string | null
  readonly LONGITUDE: number | null
  readonly LATITUDE: number | null
  readonly TICKET_STATUS: TicketStatus
  readonly SUPERVISOR_NAME: string
  readonly WORKER_NAME: string
  readonly WORKER_CERTI_NAME: string | null
  readonly WORKER_CERTI_NUM: string | null
  readonly WORK_DEPARTMENT: string | null
  readonly IS_CONTRACTOR_WORK: '0' | '1' | null
  readonly TICKET_RESPONS_NAME: string
  readonly MAJOR_PERSON_MOBILE: string | null
  readonly IS_CHANGED: '0' | '1'
  readonly CHANGED_CAUSE: string | null
  readonly IS_CANCELLED: '0' | '1'
  readonly CANCELLED_CAUSE: string | null
  readonly DELETED: '0' | '1'
  readonly CREATE_DATE: string
  readonly CREATE_BY: string
  readonly UPDATE_DATE: string
  readonly UPDATE_BY: string
}

/** AQ 3064.2 table A.3: one alarm. */
export type AlarmRecord = {
  readonly ID: string
  readonly TICKET_ID: string
  readonly ALARM_START_TIME: string
  readonly ALARM_TYPE: string
  readonly ALARM_END_TIME: string | null
  readonly ALARM_RESULT: string | null
  readonly DELETED: '0' | '1'
  readonly CREATE_DATE: string
  readonly CREATE_BY: string
  readonly UPDATE_DATE: string
  readonly UPDATE_BY: string
}

/** Table A.2: 动火 01–03 · 临时用电 10 · 高处 21–24 · 动土 30 · 断路 40 · 盲板抽堵 50 · 吊装 61–63 · 受限空间 70. */
export const ticketTypes = [
  '01',
  '02',
  '03',
  '10',
  '21',
  '22',
  '23',
  '24',
  '30',
  '40',
  '50',
  '61',
  '62',
  '63',
  '70',
] as const

/** 未签发 0 · 已签发 1 · 作业中 2 · 已验收 3 · 作废 4 · 撤销 5 · 暂停 6. */
export const ticketStatuses = ['0', '1', '2', '3', '4', '5', '6'] as const
export type TicketStatus = (typeof ticketStatuses)[number]

/** Types that always ask for a gas test. Temporary power (`10`) asks for one in explosive places alone, and a record does not tell. */
export const typesWithGas: readonly string[] = ['01', '02', '03', '70']
