import type { TicketRecord } from './records.ts'

/** Whether the park would learn anything from the later record; that the job was touched is no news by itself. */
export const ticketChanged = (before: TicketRecord | null, after: TicketRecord): boolean =>
  before === null || JSON.stringify(withoutTouch(before)) !== JSON.stringify(withoutTouch(after))

const withoutTouch = ({ UPDATE_DATE: _date, UPDATE_BY: _by, ...told }: TicketRecord): object => told
