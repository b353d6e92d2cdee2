export type Json = { readonly [name: string]: unknown }
export type Envelope = { readonly uuid: string; readonly updatedAt: string; readonly item: Json }

const ticketFields = [
  'ID',
  'COMPANY_NAME',
  'COMPANY_CODE',
  'TICKET_TYPE',
  'START_TIME',
  'END_TIME',
  'TICKET_POSITION',
  'TICKET_CONTENT',
  'LONGITUDE',
  'LATITUDE',
  'TICKET_STATUS',
  'SUPERVISOR_NAME',
  'WORKER_NAME',
  'WORK_DEPARTMENT',
  'IS_CONTRACTOR_WORK',
  'TICKET_RESPONS_NAME',
  'MAJOR_PERSON_MOBILE',
  'IS_CHANGED',
  'IS_CANCELLED',
]
const alarmFields = ['ID', 'TICKET_ID', 'ALARM_START_TIME', 'ALARM_TYPE']
const sharedFields = ['DELETED', 'CREATE_DATE', 'CREATE_BY', 'UPDATE_DATE', 'UPDATE_BY']
const ticketTypes = /^(0[123]|10|2[1234]|30|40|50|6[123]|70)$/

/** Read from the tables anew rather than shared with the sender: two who share a mistake would never find it. */
export const checkEnvelope = (body: Json): Envelope | readonly string[] => {
  const { IDENTIFIER: kind, UUID: uuid, DATAITEM: item, UPDATE_TIME: updatedAt } = body
  if ((kind !== 'TICKET' && kind !== 'ALARM') || typeof uuid !== 'string' || typeof updatedAt !== 'string')
    return ['envelope']
  if (!isJson(item) || item['ID'] !== uuid) return ['DATAITEM']
  const wanted = [...(kind === 'TICKET' ? ticketFields : alarmFields), ...sharedFields]
  const missing = wanted.filter((field) => item[field] === undefined || item[field] === null || item[field] === '')
  const isTypeWrong = kind === 'TICKET' && !ticketTypes.test(String(item['TICKET_TYPE']))
  const wrong = isTypeWrong ? [...missing, 'TICKET_TYPE'] : missing
  return wrong.length > 0 ? wrong : { uuid, updatedAt, item }
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
